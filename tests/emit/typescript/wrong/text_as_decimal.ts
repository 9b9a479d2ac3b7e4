// TS2322: Type '"often"' is not assignable to type '`${number}`'
import type { Loot } from "@game/chosen";

export const odds: Loot["odds"] = "often";
