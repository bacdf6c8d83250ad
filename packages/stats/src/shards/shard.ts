/** Ids of events stay exact with so many objects of a store. */
export const MOST_SHARDS = 64;

/** Batches of one object: its log numbers them from 1, and their events' ids are of the whole store. */
const BATCHES_PER_SHARD = 2 ** 40;

/** What the object of a shard is called. Shard 0 is the store's own; slugs have no `#`. */
export function shardName(slug: string, shard: number): string {
  return shard === 0 ? slug : `${slug}#${shard}`;
}

/** A batch's place among those of the whole store. */
export function placeInStore(shard: number, seq: number): number {
  return shard * BATCHES_PER_SHARD + seq;
}

/** The shard that `placeInStore` was told. */
export function shardOfPlace(place: number): number {
  return Math.floor(place / BATCHES_PER_SHARD);
}
