// TS2540: Cannot assign to 'chance' because it is a read-only property
import { enemiesByKey } from "@game/dungeon";

enemiesByKey.goblin.drops[0]!.chance = 1;
