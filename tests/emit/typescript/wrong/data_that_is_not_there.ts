// TS2307: Cannot find module '@game/dungeon/bestiary.data'
import { bestiary } from "@game/dungeon/bestiary.data";

export const entries: unknown = bestiary;
