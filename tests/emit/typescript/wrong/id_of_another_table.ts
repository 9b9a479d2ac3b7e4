// TS2345: Argument of type 'ItemId' is not assignable to parameter of type 'EnemyId'
import { enemiesById, items } from "@game/dungeon";

enemiesById.get(items[0]!.id);
