// TS2339: Property 'set' does not exist on type 'ReadonlyMap<EnemyId, Enemy>'
import { enemiesById, enemiesByKey } from "@game/dungeon";

enemiesById.set(enemiesByKey.goblin.id, enemiesByKey.hobgoblin);
