// TS2532: Object is possibly 'undefined'
import { enemies, enemiesById } from "@game/dungeon";

for (const enemy of enemies) enemiesById.get(enemy.id).name;
