// TS2353: 'steps' does not exist in type 'DamageEffect'
import type { Effect } from "@game/dungeon";

export const effect: Effect = {
  kind: "damage",
  element: "fire",
  amount: 1,
  steps: [],
};
