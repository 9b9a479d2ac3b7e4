// TS2322: Type 'number' is not assignable to type 'bigint'
import type { Specimen } from "@game/shapes";

export const big: Specimen["big"] = 1;
