// TS2322: Type 'number | null | undefined' is not assignable to type 'number | null'
import { enemiesByKey } from "@game/dungeon";

export const cap: number | null = enemiesByKey.goblin.max_level;
