// TS2551: Did you mean 'hobgoblin'?
import { enemiesByKey } from "@game/dungeon";

export const foe: unknown = enemiesByKey.hobgobblin;
