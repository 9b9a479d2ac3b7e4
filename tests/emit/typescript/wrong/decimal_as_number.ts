// TS2322: Type '`${number}`' is not assignable to type 'number'
import { items } from "@game/chosen";

export const price: number = items[0]!.unitPrice;
