/* eslint-disable */
// Copyright 2026 Ada; from schemas/*.schema.json

declare const brand: unique symbol;

/** A value of one kind: ids of two tables, say, cannot be mixed up. */
export type Brand<Value, Kind extends string> = Value & {
  readonly [brand]: { readonly [Key in Kind]: true };
};

// The end of brand.ts.
