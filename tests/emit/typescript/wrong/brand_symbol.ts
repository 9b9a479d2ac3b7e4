// TS2724: has no exported member named 'brand'
import { brand } from "@game/dungeon/brand";

export const own: unknown = brand;
