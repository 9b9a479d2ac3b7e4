// TS2678: Type '"heal"' is not comparable to type
import type { Effect } from "@game/dungeon";

export function heals(effect: Effect): boolean {
  switch (effect.kind) {
    case "heal":
      return true;
    default:
      return false;
  }
}
