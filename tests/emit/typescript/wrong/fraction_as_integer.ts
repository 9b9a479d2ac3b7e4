// TS2322: Type '"1.5"' is not assignable to type '`${bigint}`'
import { items } from "@game/chosen";

export const serial: (typeof items)[number]["serialNo"] = "1.5";
