/* eslint-disable */
// Copyright 2026 Ada; from schemas/*.schema.json

export type * from "#brand";
export * from "#enemies";

// The end of index.ts.
