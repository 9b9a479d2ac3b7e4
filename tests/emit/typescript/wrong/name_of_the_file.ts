// TS2339: Property 'max_hp' does not exist on type 'Monster'
import { enemiesByKey } from "@game/chosen";

export const points: unknown = enemiesByKey.goblin.max_hp;
