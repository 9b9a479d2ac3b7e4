// TS2339: Property 'secrets' does not exist on type 'Enemy'
import { enemiesByKey } from "@game/dungeon";

export const secrets: unknown = enemiesByKey.goblin.secrets;
