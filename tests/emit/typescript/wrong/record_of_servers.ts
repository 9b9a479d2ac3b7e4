// TS2305: has no exported member 'SpawnRule'
import type { SpawnRule } from "@game/dungeon";

export type Secret = SpawnRule;
