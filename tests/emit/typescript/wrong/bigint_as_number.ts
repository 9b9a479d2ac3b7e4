// TS2322: Type 'bigint' is not assignable to type 'number'
import { shapes } from "@game/shapes";

export const big: number = shapes[0]!.big;
