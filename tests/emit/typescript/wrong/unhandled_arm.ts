// TS2322: Type 'SequenceEffect' is not assignable to type 'never'
import type { Effect } from "@game/dungeon";

export function power(effect: Effect): number {
  switch (effect.kind) {
    case "damage":
      return effect.amount;
    case "summon":
      return 1;
    default: {
      const none: never = effect;
      return none;
    }
  }
}
