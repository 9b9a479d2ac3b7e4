// TS2322: Type '"boss"' is not assignable to type
import type { EnemyTier } from "@game/dungeon";

export const tier: EnemyTier = "boss";
