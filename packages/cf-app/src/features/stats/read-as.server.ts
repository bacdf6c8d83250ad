import type { AuthContext, LockedFilter } from '@layerkick/auth/auth-context';
import type { BookingsAnswer, BookingsQuery } from '@layerkick/stats/bookings';
import type { CohortsAnswer, CohortsQuery } from '@layerkick/stats/cohorts';
import { type Filter, filters } from '@layerkick/stats/filter';
import type { FunnelAnswer, FunnelQuery } from '@layerkick/stats/funnel';
import type { ImportedDay } from '@layerkick/stats/imported-days/imported-day';
import type { DayRange, StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { env } from 'cloudflare:workers';
import type { Store } from '#/features/stores/store.schema.ts';

/** Somebody who was let in to a store. */
export interface Reader {
  readonly auth: AuthContext;
  readonly store: Store;
}

/** The questions that pages ask of a store. */
export interface Reading {
  query(queries: readonly StatsQuery[]): Promise<readonly StatsAnswer[]>;
  funnel(query: FunnelQuery): Promise<FunnelAnswer>;
  cohorts(query: CohortsQuery): Promise<CohortsAnswer>;
  /** Orders one by one; null for whoever may see none of them. */
  readonly bookings: ((query: BookingsQuery) => Promise<BookingsAnswer>) | null;
  /** What another program counted, which nothing narrows; null for whoever sees a part only. */
  readonly importedDays: ((range: DayRange) => Promise<readonly ImportedDay[]>) | null;
}

/**
 * The way to a store's figures for somebody in particular: whatever they ask is narrowed to what they may see. Every
 * question of a page goes through here.
 *
 * @param now epoch ms
 */
export function readAs({ auth: { locked }, store }: Reader, now: number): Reading {
  const { slug, timeZone, currency } = store;
  const settings = { slug, timeZone, currency };
  const object: StoreStatsRpc = env.STORE_STATS.getByName(slug);
  return {
    query: async (queries) =>
      object.query(
        settings,
        queries.map((query) => narrowed(query, locked)),
        now,
      ),
    funnel: async (query) => object.funnel(settings, narrowed(query, locked), now),
    cohorts: async (query) => object.cohorts(settings, narrowed(query, locked), now),
    bookings: locked === undefined ? async (query) => object.bookings(settings, query, now) : null,
    importedDays: (locked?.length ?? 0) === 0 ? async (range) => object.importedDays(range) : null,
  };
}

/** @throws where a locked condition cannot be read: no answer is better than one about too much */
export function narrowed<Query extends { readonly filters?: readonly Filter[] | undefined }>(
  query: Query,
  locked: readonly LockedFilter[] = [],
): Query {
  if (locked.length === 0) return query;
  return { ...query, filters: [...filters.parse(locked), ...(query.filters ?? [])] };
}
