// TS2365: Operator '+' cannot be applied to types 'bigint' and '1'
import { shapes } from "@game/shapes";

export const next: bigint = shapes[0]!.big + 1;
