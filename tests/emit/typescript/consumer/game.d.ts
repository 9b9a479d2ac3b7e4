// What a project has itself, and its package imports.
declare module "@game/time" {
  export type Instant = string & { readonly instant: true };
}
declare module "@game/types" {
  export interface Extra {
    readonly rawNote: string;
  }
  export interface Flight {
    readonly wayPoints: readonly `${number}`[];
  }
}
