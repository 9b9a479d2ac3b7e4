// TS2339: Property 'formula' does not exist on type 'DamageEffect'
import type { Effect } from "@game/dungeon";

export const formula = (effect: Effect): unknown =>
  effect.kind === "damage" ? effect.formula : null;
