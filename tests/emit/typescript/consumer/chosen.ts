import {
  type Attack,
  type EnemySizeCode,
  type Loot,
  type Monster,
  type MonsterKey,
  type MonsterSlug,
  type ReadonlyMap as DrawnMap,
  ENEMY_SIZE_CODES,
  enemies,
  enemiesByKey,
  enemiesBySlug,
  items,
  mapsByEnemySlug,
} from "@game/chosen";
import type { Instant } from "@game/time";
import type { Extra } from "@game/types";

const monster: Monster = enemiesByKey.goblin;
const slug: MonsterSlug = monster.slug;
const again: Monster | undefined = enemiesBySlug.get(slug);
const key: MonsterKey = "goblin";

// Members have the case and the names of the project, at every depth.
const points: number = monster.hitPoints;
const rates: Readonly<Record<string, `${number}`>> = monster.enemyStats.critRates;
const loot: Loot | undefined = monster.itemDrops[0];
// @ts-expect-error: the name in the file is not the name here
monster.max_hp;
// @ts-expect-error: nor is the name in the case of the others
monster.maxHp;

// Discriminated unions stay so under another name.
function power(attack: Attack): `${number}` | number {
  return attack.kind === "melee" ? attack.baseDamage : attack.maxRange;
}

// Exact numbers are text that is a number.
const price: `${number}` = items[0]!.unitPrice;
const chance: `${number}` | undefined = loot?.odds;
const serial: bigint = BigInt(items[0]!.serialNo);
const size: EnemySizeCode = ENEMY_SIZE_CODES[1];
const huge: "1152921504606846976" = ENEMY_SIZE_CODES[1];
const threshold: "0.5" | null = monster.enemyStats.threshold;
// @ts-expect-error: no number is rounded in passing
const rounded: number = items[0]!.unitPrice;
// @ts-expect-error: not any text is a number
const wrong: Pick<Loot, "odds"> = { odds: "often" };
// @ts-expect-error: a fraction is no integer
const fraction: Pick<(typeof items)[number], "serialNo"> = { serialNo: "1.5" };

// Types of the project's own.
const added: Instant = items[0]!.addedAt;
const extra: Extra | null = monster.extraData;

// A record may be called like a type of JavaScript.
const drawn: DrawnMap | undefined = mapsByEnemySlug.get(slug);
const all: readonly Monster[] = [...enemies, ...enemiesBySlug.values()];

export { added, again, all, chance, drawn, extra, fraction, huge, key, loot, points };
export { power, price, rates, rounded, serial, size, threshold, wrong };
