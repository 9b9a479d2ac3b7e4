// TS1484: 'Enemy' is a type and must be imported using a type-only import
import { Enemy } from "@game/dungeon";

export type Foe = Enemy;
