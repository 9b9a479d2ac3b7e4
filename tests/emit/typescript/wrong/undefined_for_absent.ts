// TS2375: with 'exactOptionalPropertyTypes: true'
import type { Enemy } from "@game/dungeon";

export const cap: Pick<Enemy, "max_level"> = { max_level: undefined };
