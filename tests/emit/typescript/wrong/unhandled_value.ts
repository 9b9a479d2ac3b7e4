// TS2366: Function lacks ending return statement
import type { EnemyTier } from "@game/dungeon";

export function rank(tier: EnemyTier): number {
  switch (tier) {
    case "fodder":
      return 0;
    case "elite":
      return 2;
  }
}
