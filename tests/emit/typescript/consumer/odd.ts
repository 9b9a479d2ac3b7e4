import type { Brand, BrandId, UiConstant, UiConstantKey, Uuid } from "@game/odd";
import { LEDGER_STEPS, brandsByKey, classRows, ledger, uiConstants } from "@game/odd";
import { uiConstantsById, uiConstantsByKey } from "@game/odd/ui_constants.data";

// The catalog's own `Brand` and `Uuid` are records.
const brand: Brand = brandsByKey["10"];
const owner: (record: Uuid) => BrandId = (record) => record.owner_id;

const key: UiConstantKey = uiConstants[0]!.key;
const constant: UiConstant | undefined = uiConstantsById.get(key);
const texts: string[] = [
  uiConstantsByKey["b-c"]["odd value"],
  uiConstantsByKey["__proto__"]["__proto__"],
  uiConstantsByKey["b-c"].constructor,
  uiConstantsByKey["b-c"]["2d"],
  uiConstantsByKey["b-c"].größe,
];
const absent: string | undefined = constant?.['say "hi"\\'];

// Exact integers do not mix with numbers.
const sum: bigint = ledger[0]!.id + 1n;
const step: 1n | 9007199254740992n = LEDGER_STEPS[0];
// @ts-expect-error: a bigint
const rounded: number = ledger[0]!.id;

const kind: "a" | "b" = classRows[0]!.kind_id;

export { absent, brand, kind, owner, rounded, step, sum, texts };
