import type { MirroredRecord, MirrorTable } from './records.ts';

/** A row as it stands in the mirror. Times are epoch ms. */
export interface MirrorRow {
  readonly id: string;
  readonly updatedAt: number;
  readonly version: string;
  readonly deletedAt: number | null;
  readonly values: MirroredRecord['values'];
}

export type Repair =
  | {
      readonly kind: 'missing' | 'different';
      readonly record: MirroredRecord;
      readonly seen: MirrorRow | null;
    }
  | { readonly kind: 'gone'; readonly table: MirrorTable; readonly seen: MirrorRow };

/** What changed a moment ago is left to the news about it: a list may be older than what a webhook told. */
export const SETTLED_AFTER_MS = 5 * 60 * 1000;

/**
 * What has to be changed in a table of the mirror for it to be as WorkOS has it. The rows must have been read before
 * WorkOS was asked, and a repair counts only while its row is as it was `seen`.
 *
 * @param startedAt epoch ms, when the rows were read
 */
export function repairsOf(
  table: MirrorTable,
  source: readonly MirroredRecord[],
  mirror: readonly MirrorRow[],
  startedAt: number,
): readonly Repair[] {
  const rows = new Map(mirror.map((row) => [row.id, row]));
  const listed = new Set(source.map(({ id }) => id));
  const settled = (at: number) => at < startedAt - SETTLED_AFTER_MS;

  const wrong = source.flatMap((record): Repair[] => {
    const seen = rows.get(record.id);
    if (seen === undefined) return [{ kind: 'missing', record, seen: null }];
    if (seen.deletedAt !== null) return settled(seen.deletedAt) ? [{ kind: 'missing', record, seen }] : [];
    if (seen.updatedAt > record.updatedAt || sameAs(seen, record)) return [];
    return [{ kind: 'different', record, seen }];
  });
  const gone = mirror
    .filter((row) => row.deletedAt === null && !listed.has(row.id) && settled(row.updatedAt))
    .map((seen): Repair => ({ kind: 'gone', table, seen }));
  return [...wrong, ...gone];
}

function sameAs(row: MirrorRow, record: MirroredRecord): boolean {
  return (
    row.updatedAt === record.updatedAt &&
    Object.entries(record.values).every(([column, value]) => row.values[column] === value)
  );
}
