// TS2322: Type '"heal"' is not assignable to type
import type { Effect } from "@game/dungeon";

export const effect: Effect = { kind: "heal" };
