import type { LoadResult } from '../load/load.ts';

/** What `/api/v1/me` is asked with. */
export const CREDENTIALS = [
  'session cookie',
  'bearer token of a person',
  'bearer token of an application',
  'API key',
] as const;
export type Credential = (typeof CREDENTIALS)[number];

/** The run that asks an empty Worker the same, byte for byte: taking in 2 kB of cookie takes time whoever answers. */
export const emptyAsked = <Asked extends Credential>(by: Asked) => `empty Worker, ${by}` as const;

export const RUNS = [
  'empty Worker',
  ...CREDENTIALS.map(emptyAsked),
  'empty route of the product',
  ...CREDENTIALS,
  'authkit-session, session cookie',
] as const;
export type RunName = (typeof RUNS)[number];

export interface AuthRound extends LoadResult {
  /** What workerd computed meanwhile, ms; null where the system does not tell. On a busy machine it says more than time. */
  readonly cpuMs: number | null;
}

/** Each run's rounds, in order. */
export type AuthMeasurements = Readonly<Record<RunName, readonly AuthRound[]>>;
