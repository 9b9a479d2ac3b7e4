// TS2542: Index signature in type 'readonly Enemy[]' only permits reading
import { enemies, enemiesByKey } from "@game/dungeon";

enemies[0] = enemiesByKey.goblin;
