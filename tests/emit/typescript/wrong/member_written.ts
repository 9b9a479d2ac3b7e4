// TS2540: Cannot assign to 'name' because it is a read-only property
import { enemiesByKey } from "@game/dungeon";

enemiesByKey.goblin.name = "Gobbo";
