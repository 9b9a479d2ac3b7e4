// TS2322: Type 'string' is not assignable to type 'number'
import { items } from "@game/chosen";

export const total: number = items[0]!.unitPrice + 1;
