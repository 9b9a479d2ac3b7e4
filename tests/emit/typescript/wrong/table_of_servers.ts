// TS2307: Cannot find module '@game/dungeon/spawn_rules'
import type { SpawnRule } from "@game/dungeon/spawn_rules";

export type Secret = SpawnRule;
