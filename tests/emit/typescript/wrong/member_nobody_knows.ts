// TS2353: 'amount' does not exist in type 'EnemyDrop'
import { type EnemyDrop, items } from "@game/dungeon";

export const drop: EnemyDrop = { item_id: items[0]!.id, chance: 1, amount: 2 };
