/* eslint-disable */
// Copyright 2026 Ada; from schemas/enemies.schema.json

import type { Brand } from "./brand.ts";

export type EnemyId = Brand<string, "enemies.id">;

export type EnemyTier = (typeof ENEMY_TIERS)[number];
export const ENEMY_TIERS = ["fodder", "elite"] as const;

export interface EnemyStats extends Readonly<Record<never, never>> {
  readonly speed?: number;
  readonly "crit-chance"?: number;
}

export interface EnemyDrop extends Readonly<Record<never, never>> {
  readonly item: string;
}

export interface Enemy extends Readonly<Record<never, never>> {
  readonly id: EnemyId;
  readonly hp1: number;
  readonly hp_1: number;
  readonly tier: EnemyTier;
  readonly stats?: EnemyStats;
  readonly drops?: readonly EnemyDrop[];
}

// The end of enemies.ts.
