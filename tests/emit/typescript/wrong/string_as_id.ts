// TS2322: Type 'string' is not assignable to type 'EnemyId'
import type { EnemyId } from "@game/dungeon";

export const id: EnemyId = "goblin";
