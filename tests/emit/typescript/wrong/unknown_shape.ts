// TS2571: Object is of type 'unknown'
import { shapes } from "@game/shapes";

export const member: unknown = shapes[0]!.anything.member;
