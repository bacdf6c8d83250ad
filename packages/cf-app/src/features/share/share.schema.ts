import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { z } from 'zod';
import { FILTER_OPS } from '#/features/stats/view/filters.ts';

export const MIN_PASSWORD = 8;
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 1825;

const filter = z.strictObject({
  dimension: z.enum(DIMENSIONS),
  op: z.enum(FILTER_OPS),
  values: z.array(z.string().max(500)).min(1).max(50),
});
/** One condition that the shared page cannot be freed of. */
export type ShareFilter = z.output<typeof filter> & { readonly dimension: Dimension };

/** A page's host, with a port where it is not the usual one: `blog.example.com`, `localhost:8080`. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(260)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/,
    'not a host name such as www.example.com (without https:// or a path)',
  );

export const shareFilters = z.array(filter).max(20);
export const embedHosts = z.array(host).max(20);

/** What a manager says of a link that they make. */
export const newShare = z
  .object({
    slug: z.string().max(100),
    name: z
      .string()
      .trim()
      .min(1, 'give the link a name')
      .max(80, 'at most 80 characters')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be text without control characters'),
    password: z
      .string()
      .min(MIN_PASSWORD, `at least ${MIN_PASSWORD} characters`)
      .max(200, 'at most 200 characters')
      .nullable(),
    /** Epoch ms. */
    expiresAt: z
      .int()
      .refine((at) => at > Date.now(), 'is over already')
      .refine((at) => at < Date.now() + LONGEST_DAYS * DAY_MS, 'at most five years')
      .nullable(),
    filters: shareFilters,
    embedHosts,
  })
  .refine(({ password, embedHosts: hosts }) => password === null || hosts.length === 0, {
    message: 'pages inside others cannot ask for a password',
    path: ['embedHosts'],
  });
export type NewShare = z.output<typeof newShare>;

export const shareOfStore = z.object({ slug: z.string().max(100), id: z.string().max(100) });

/** As it is in the address; anything else is no link. */
export const shareToken = z.string().max(200);
