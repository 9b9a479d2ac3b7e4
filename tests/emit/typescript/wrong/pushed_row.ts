// TS2339: Property 'push' does not exist on type 'readonly Enemy[]'
import { enemies, enemiesByKey } from "@game/dungeon";

enemies.push(enemiesByKey.goblin);
