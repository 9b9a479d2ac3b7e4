// TS2493: Tuple type 'readonly [number, number, string | null]' of length '3'
import { shapes } from "@game/shapes";

export const fourth: unknown = shapes[0]!.point[3];
