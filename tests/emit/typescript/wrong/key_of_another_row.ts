// TS2322: is not assignable to type
import type { EnemyKey } from "@game/dungeon";

export const key: EnemyKey = "dragon";
