// TS2322: Type 'Uuid' is not assignable to type 'SpecimenId'
import type { SpecimenId, Uuid } from "@game/shapes";

export const id = (uuid: Uuid): SpecimenId => uuid;
