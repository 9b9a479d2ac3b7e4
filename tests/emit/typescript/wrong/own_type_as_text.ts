// TS2345: Argument of type 'string' is not assignable to parameter of type 'Instant'
import { items } from "@game/chosen";
import type { Instant } from "@game/time";

declare function since(moment: Instant): number;
since(items[0]!.addedAt);
since("2026-01-31T12:00:00Z");
