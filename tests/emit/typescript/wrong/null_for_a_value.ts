// TS2322: Type 'null' is not assignable to type 'string'
import type { Enemy } from "@game/dungeon";

export const name: Enemy["name"] = null;
