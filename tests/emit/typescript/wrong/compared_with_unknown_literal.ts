// TS2367: have no overlap
import { enemies } from "@game/dungeon";

export const bosses: unknown = enemies.filter((enemy) => enemy.tier === "boss");
