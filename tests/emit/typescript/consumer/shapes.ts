import { type IsoDate, type Setting, type Specimen, type Tree, shapes } from "@game/shapes";
import { LEVELS, type SpecimenId, type Uuid } from "@game/shapes";

const one: Specimen = shapes[0]!;

// An id that is a UUID is both; not every UUID is an id.
const id: SpecimenId = one.id;
const uuid: Uuid = id;
// @ts-expect-error: any UUID
const other: SpecimenId = uuid;
// @ts-expect-error: a moment is no day
const day: IsoDate = one.moment!;

const big: bigint = one.big;
const level: 1 | 2 | 3 = one.levels[0]!;
const first: 1 = LEVELS[0];
const words: readonly (string | null)[] = one.words;
const y: number = one.point[1];
const factor: number = one.factors["fire"]!;
const leaf: Tree | undefined = one.tree.leaves?.[0]?.leaves?.[0];
const setting: Setting = one.setting === true ? "on" : one.setting;
const extra: string | number | bigint | undefined = one.options["other"];
const size: number = one.options.size;
// @ts-expect-error: nothing is known of it
one.anything.member;
// @ts-expect-error: three members, no more
one.point[3];
// @ts-expect-error: 4 is no level
const wrong: (typeof LEVELS)[number] = 4;

export { big, day, extra, factor, first, leaf, level, other, setting, size, words, wrong, y };
