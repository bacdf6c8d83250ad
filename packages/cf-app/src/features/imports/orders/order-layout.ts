import { z } from 'zod';

const column = z.string().min(1);

/**
 * How a shop's export of order lines is laid out: one row per line of an order. Data, so that an operator can bring
 * a new layout as a JSON file (`--mapping`).
 */
export const orderLayout = z.strictObject({
  /** Part of every entry's id, so that importing a file again changes nothing. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'use a–z, 0–9 and hyphens'),
  /** Heading of the column for each thing. */
  columns: z.strictObject({
    order: column,
    product: column,
    name: column,
    quantity: column,
    /** `YYYY-MM-DD HH:MM[:SS]`, on the clock of the store where no offset such as `+01:00` follows. */
    at: column,
    /** Per unit, in the store's currency. */
    price: column,
    customer: column.optional(),
    country: column.optional(),
  }),
  /** What an order id starting with `prefix` stands for; anything else is a sale. */
  kinds: z
    .array(z.strictObject({ prefix: column, kind: z.enum(['cancellation', 'adjustment']) }))
    .default([]),
  /** Country names that are not the usual English ones: their ISO code, or '' for "not known". */
  countries: z.record(z.string(), z.union([z.string().regex(/^[A-Z]{2}$/), z.literal('')])).default({}),
});
export type OrderLayout = z.output<typeof orderLayout>;
