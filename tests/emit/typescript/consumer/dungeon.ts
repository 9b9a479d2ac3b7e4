import {
  ELEMENTS,
  ENEMY_TIERS,
  type Effect,
  type Element,
  type Enemy,
  type EnemyId,
  type EnemyKey,
  type EnemyTier,
  type FloorNumber,
  type ItemId,
  elementsById,
  enemies,
  enemiesById,
  enemiesByKey,
  floorPools,
  floorsByNumber,
} from "@game/dungeon";
import type { BestiaryEntryId } from "@game/dungeon/bestiary";
import { items } from "@game/dungeon/items.data";

declare function wantsEnemy(id: EnemyId): void;
declare function wantsString(id: string): void;
const enemy: Enemy = enemiesByKey.goblin;

// Ids: of one table, of its one-to-one companion, and plain strings they stay.
wantsEnemy(enemy.id);
wantsEnemy("hobgoblin" as EnemyId);
wantsString(enemy.id);
const entry: BestiaryEntryId = enemy.id;
const known: Enemy | undefined = enemiesById.get(entry);
const evolved: Enemy | undefined =
  enemy.evolves_into === null ? known : enemiesById.get(enemy.evolves_into);
// @ts-expect-error: an item's id is no enemy's
wantsEnemy(items[0]!.id);
// @ts-expect-error: nor is any string
wantsEnemy("goblin");
// @ts-expect-error: a drop refers to items
const dropped: EnemyId | undefined = enemy.drops[0]?.item_id;
const item: ItemId | undefined = enemy.drops[0]?.item_id;
// @ts-expect-error: no number is a floor by itself
floorsByNumber.get(1);
const floor: FloorNumber | undefined = floorPools[0]?.floor;
// A table that only servers know has no type for its ids.
const rule: string | undefined = floorPools[0]?.spawn_rule_id;

// Literal unions, and their values.
const tier: EnemyTier = ENEMY_TIERS[0];
const first: "fodder" = ENEMY_TIERS[0];
const element: Element = "fire";
elementsById.get(element)?.color.toUpperCase();
const all: readonly ["fire", "frost"] = ELEMENTS;
// @ts-expect-error: no such tier
const wrong: EnemyTier = "boss";
// @ts-expect-error: the values are fixed
ENEMY_TIERS.push("boss");

// Nothing can be written.
// @ts-expect-error: members are readonly
enemy.name = "Gobbo";
// @ts-expect-error: arrays are readonly
enemies.push(enemy);
// @ts-expect-error: maps are readonly
enemiesById.clear();

// Absent and null are two things.
const level: number | null | undefined = enemy.max_level;
// @ts-expect-error: may be null or absent
const cap: number = enemy.max_level;
// @ts-expect-error: absent is not undefined
const partial: Pick<Enemy, "max_level"> = { max_level: undefined };
const inherited: Pick<Enemy, "max_level"> = {};
// @ts-expect-error: required, though it may be null
const missing: Pick<Enemy, "evolves_into"> = {};

// What only servers see is not there.
// @ts-expect-error: a server's column
enemy.spawn_rule;
// @ts-expect-error: a server's child rows
enemy.secrets;
// @ts-expect-error: a server's table
import type { SpawnRule } from "@game/dungeon/spawn_rules";
// @ts-expect-error: a server's shared definition
import type { Formula } from "@game/dungeon";

// Discriminated unions.
function power(effect: Effect): number {
  switch (effect.kind) {
    case "damage":
      // @ts-expect-error: a server's field
      effect.formula;
      return effect.amount;
    case "summon":
      return enemiesById.has(effect.enemy_id) ? 1 : 0;
    case "sequence":
      return effect.steps.map(power).reduce((a, b) => a + b, 0);
  }
}
// @ts-expect-error: an arm is missing
function incomplete(effect: Effect): number {
  switch (effect.kind) {
    case "damage":
      return effect.amount;
    case "summon":
      return 1;
  }
}
// @ts-expect-error: of another arm
const mixed: Effect = { kind: "damage", steps: [] };

// Keys of small tables.
const key: EnemyKey = "hobgoblin";
// @ts-expect-error: no such key
enemiesByKey.hobgobblin;

export { all, cap, dropped, evolved, first, floor, incomplete, inherited, item, key };
export { level, missing, mixed, partial, power, rule, tier, wrong };
export type { Formula, SpawnRule };
