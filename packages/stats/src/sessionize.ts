/** A visit ends when nothing happens for longer than this. */
export const SESSION_GAP_MS = 30 * 60_000;

/** An event as far as telling visits apart goes. */
export interface Hit {
  /** Epoch ms. */
  readonly at: number;
  /** Unique; decides the order of events of the same millisecond. */
  readonly key: string;
  /** The sender's hash of the store-local day of `at`. */
  readonly visitor: string;
  /** The same sender's hash of the day before, where that is known and a visit may go on from there. */
  readonly prior: string | null;
}

export function compareHits(a: Pick<Hit, 'at' | 'key'>, b: Pick<Hit, 'at' | 'key'>): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/**
 * Splits hits into visits, each in the order of time: two hits belong together if they are of one sender and no pause
 * of more than 30 minutes is between them. The result does not depend on the order that hits are given in.
 */
export function sessionize<H extends Hit>(hits: readonly H[]): H[][] {
  const visits = new Set<H[]>();
  /** The latest hit of each hash and the visit it is in. */
  const latest = new Map<string, { visit: H[]; at: number }>();
  for (const hit of hits.toSorted(compareHits)) {
    const open = [latest.get(hit.visitor), hit.prior === null ? undefined : latest.get(hit.prior)].filter(
      (seen) => seen !== undefined && hit.at - seen.at <= SESSION_GAP_MS,
    );
    const visit = open[0]?.visit ?? [];
    visits.add(visit);
    // A hit may be what shows that the visits of two days' hashes are one.
    for (const other of new Set(open.map((seen) => seen?.visit))) {
      if (!other || other === visit) continue;
      visit.push(...other);
      visits.delete(other);
      for (const seen of latest.values()) if (seen.visit === other) seen.visit = visit;
    }
    visit.push(hit);
    latest.set(hit.visitor, { visit, at: hit.at });
  }
  return [...visits].map((visit) => visit.toSorted(compareHits));
}
