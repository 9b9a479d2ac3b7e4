// TS2305: has no exported member 'Formula'
import type { Formula } from "@game/dungeon";

export type Secret = Formula;
