/** A column of strings: each different one once, and for every row its place among them. */
export interface Coded {
  readonly values: readonly string[];
  readonly codes: Codes;
}

/** As narrow as the number of different values lets them be. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;
