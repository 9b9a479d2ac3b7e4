// TS2322: Type 'IsoDate' is not assignable to type 'IsoDateTime'
import { type IsoDateTime, shapes } from "@game/shapes";

export const moment: IsoDateTime = shapes[0]!.day;
