import { IMPORTED_FROM, importedDays } from '@layerkick/stats/imported-days/imported-day';
import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { z } from 'zod';

const slug = z.string().max(100);

export const storeOfImports = z.object({ slug });
export const daysToKeep = z.object({ slug, days: importedDays });
export const daysToForget = z.object({ slug, from: z.enum(IMPORTED_FROM) });

/** As many as `importOrders` sends at a time; what a file says is never what a shop platform said. */
export const ordersToRecord = z.object({
  slug,
  entries: z
    .array(ledgerEntry.refine(({ source }) => source === 'import', 'only what a file says can be imported'))
    .min(1)
    .max(2_000),
});
