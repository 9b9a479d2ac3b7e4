// TS2339: Property 'push' does not exist on type 'readonly ["fodder", "soldier", "elite"]'
import { ENEMY_TIERS } from "@game/dungeon";

ENEMY_TIERS.push("elite");
