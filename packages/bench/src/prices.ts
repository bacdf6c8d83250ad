/**
 * What Cloudflare charges, US$, as published in 2026 for Workers Paid. Free allowances are left out: they are worth the same
 * to everybody and nothing to a busy store.
 */
export const PRICES = {
  asOf: '2026',
  workerRequest: 0.3 / 1e6,
  workerCpuMs: 0.02 / 1e6,
  /** Each call of an object's method, and each alarm. */
  objectRequest: 0.15 / 1e6,
  /** While an object is active, at the 128 MB that each is billed with. */
  objectGbSecond: 12.5 / 1e6,
  /** Inserts, updates and deletes; rows of indexes count. */
  rowWritten: 1 / 1e6,
  rowRead: 0.001 / 1e6,
  storedGbMonth: 0.2,
  archivePut: 4.5 / 1e6,
  archivedGbMonth: 0.015,
} as const;

/** An object is billed with this much memory, whatever it uses. */
export const OBJECT_GB = 0.128;
