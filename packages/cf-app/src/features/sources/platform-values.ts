import { z } from 'zod';

/** An id as platforms write it: digits, with or without quotes. */
export const platformId = z
  .union([
    z.string().regex(/^\d{1,30}$/, 'not an id'),
    z.number().min(0).refine(Number.isInteger, 'not an id'),
  ])
  .transform((id) => (typeof id === 'string' ? id : BigInt(id).toString()));

/** A decimal amount as platforms write it: `"19.90"` or `19.9`. */
export const decimal = z.union([
  z.string().regex(/^-?\d{1,11}(\.\d{1,6})?$/, 'not a decimal amount'),
  z.number().min(-1e11).max(1e11),
]);

/** A point in time with its offset, ISO 8601, as epoch ms. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

export const currency = z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 currency');

/** ISO 3166 alpha-2; anything else a platform writes is not known. */
export const country = z
  .string()
  .nullish()
  .transform((code) => (code && /^[A-Z]{2}$/.test(code) ? code : ''));

/** Text that is shown: cut off rather than refused. */
export const label = (length: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ?? '').replaceAll(/\p{Cc}/gu, ' ').slice(0, length));
