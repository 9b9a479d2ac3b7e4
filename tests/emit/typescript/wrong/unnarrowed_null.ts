// TS2322: Type 'EnemyId | null' is not assignable to type 'EnemyId'
import { type EnemyId, enemiesByKey } from "@game/dungeon";

export const next: EnemyId = enemiesByKey.goblin.evolves_into;
