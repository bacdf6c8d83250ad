/**
 * Bytes that a store's object keeps from question to question, beside the answers themselves (`query/answer-cache.ts`) and, in
 * a store with several, what it has of the others (`shards/other-shards.ts`). It has 128 MB for them and for everything
 * else. They are enough for a screen over two months of five million events a quarter, filtered and not.
 */

/** Of columns of days and orders, as they are read. */
export const KEPT_COLUMNS = 36_000_000;
/** Of what is worked out of them. Apart: it spares reading more than it takes, and columns read once must not take its place. */
export const KEPT_FINDINGS = 23_000_000;
