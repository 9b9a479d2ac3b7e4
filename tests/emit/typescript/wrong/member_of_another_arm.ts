// TS2339: Property 'steps' does not exist on type 'DamageEffect'
import type { Effect } from "@game/dungeon";

export const steps = (effect: Effect): unknown =>
  effect.kind === "damage" ? effect.steps : null;
