import { currencyCode, type StoreSettings, storeSlug, timeZone } from '@layerkick/stats/store';
import type { ShardPlan } from '@layerkick/stats/shards/shard-plan';
import { z } from 'zod';

/** A host name that may send events for a store: `fmdf.example`, without scheme, port or path. */
export const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
    message: 'not a host name such as shop.example.com (lower case, without https:// or a path)',
  });

/** What an operator says when a store is created. `name` defaults to the slug. */
export const newStore = z
  .strictObject({
    slug: storeSlug,
    name: z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(80)
      // It is printed in operators' terminals, too.
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be text without control characters')
      .optional(),
    timeZone,
    currency: currencyCode,
    domains: z.array(domain).max(50).default([]),
  })
  .transform((store) => ({ ...store, name: store.name ?? store.slug }));
export type NewStore = z.output<typeof newStore>;

/** A store as everybody may see who may see the store. */
export interface Store extends StoreSettings {
  readonly name: string;
  /** Host names that may send events from a browser. */
  readonly domains: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  /** How many objects take its events; left out where it has always been one. */
  readonly shardPlan?: ShardPlan;
}
