import { currencyCode, type StoreSettings, storeSlug, timeZone } from '@layerkick/stats/store';
import type { ShardPlan } from '@layerkick/stats/shards/shard-plan';
import { z } from 'zod';

/** A host name that may send events for a store: `fmdf.example`, without scheme, port or path. */
const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
    message: 'not a host name such as shop.example.com (lower case, without https:// or a path)',
  });

const storeName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(80)
  // It is printed in operators' terminals, too.
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be text without control characters');
const domains = z.array(domain).max(50);

/** What can be changed of a store without touching its figures. */
export const storeEdit = z.object({ name: storeName, domains });

/** A page of the console is called so. */
const RESERVED = 'new';

/** What an operator says when a store is created. `name` defaults to the slug. */
export const newStore = z
  .strictObject({
    slug: storeSlug.refine((slug) => slug !== RESERVED, `“${RESERVED}” is taken`),
    name: storeName.optional(),
    timeZone,
    currency: currencyCode,
    domains: domains.default([]),
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
