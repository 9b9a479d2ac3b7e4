// TS2339: Property 'spawn_rule' does not exist on type 'Enemy'
import { enemiesByKey } from "@game/dungeon";

export const rule: unknown = enemiesByKey.goblin.spawn_rule;
