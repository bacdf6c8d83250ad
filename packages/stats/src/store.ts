import { z } from 'zod';

/** A store's address everywhere: URLs, KV values, Durable Object names. 2–40 characters. */
export const storeSlug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/,
    'use 2–40 of a–z, 0–9 and hyphens, starting and ending with a letter or digit',
  );

export const timeZone = z.string().refine(isTimeZone, 'not an IANA time zone such as Europe/Berlin');

/** ISO 4217, upper case. */
export const currencyCode = z.string().refine(isCurrency, 'not an ISO 4217 currency such as EUR');

/** What measuring needs to know of a store; the registry (D1) is the source, each call brings it along. */
export interface StoreSettings {
  readonly slug: string;
  readonly timeZone: string;
  readonly currency: string;
  /** Which of the store's objects is spoken to; left out for 0, who answers questions. */
  readonly shard?: number;
}

function isTimeZone(value: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl but know no daylight saving time.
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions();
    return true;
  } catch {
    return false;
  }
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function isCurrency(value: string): boolean {
  return CURRENCIES.has(value);
}
