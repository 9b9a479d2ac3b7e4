// TS2741: Property 'chance' is missing
import { type EnemyDrop, items } from "@game/dungeon";

export const drop: EnemyDrop = { item_id: items[0]!.id };
