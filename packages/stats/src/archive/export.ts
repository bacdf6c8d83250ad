import { FIRST_DAY, LAST_DAY } from '../calendar.ts';
import type { Engine } from '../engine.ts';
import { readImportedDays } from '../imported-days/imported-days.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import { batchesAfter } from './history.ts';
import type { EndLine, ImportedDayLine, Line, StoreLine } from './lines.ts';

/**
 * Everything that is stored of what a store was told, as NDJSON in pieces of some lines: the store, its batches, the entries of its
 * ledger and, once all of them are out, an end with their numbers. What comes while it is read is left out.
 *
 * @throws {ArchiveIncompleteError}
 */
export async function* exportStore(
  { db, orders: { ledger } }: Engine,
  archive: ArchiveStore,
  settings: StoreSettings,
): AsyncGenerator<string> {
  const store = readStore(db);
  const lastBatch = store?.storedThrough ?? 0;
  const last = ledger.lastSeq();
  const { slug, currency } = settings;
  const timeZone = store?.timeZone ?? settings.timeZone;
  yield text([{ type: 'store', version: 1, slug, timeZone, currency } satisfies StoreLine].map(stringify));

  let batches = 0;
  for (let seq = 0; seq < lastBatch;) {
    const lines = (await batchesAfter(db, archive, seq)).filter((line) => line.seq <= lastBatch);
    if (lines.length === 0) break;
    batches += lines.length;
    seq = lines.at(-1)?.seq ?? lastBatch;
    yield text(lines);
  }
  let entries = 0;
  for (let seq = 0; seq < last;) {
    const lines = ledger.lines(seq + 1, last);
    if (lines.length === 0) break;
    entries += lines.length;
    seq = lines.at(-1)?.seq ?? last;
    yield text(lines);
  }
  const imported = readImportedDays(db, { from: FIRST_DAY, to: LAST_DAY });
  if (imported.length > 0) yield text(imported.map((day) => stringify({ type: 'imported-day', ...day })));
  yield text(
    [{ type: 'end', batches, entries, importedDays: imported.length } satisfies EndLine].map(stringify),
  );
}

function stringify(line: StoreLine | ImportedDayLine | EndLine): Pick<Line, 'text'> {
  return { text: JSON.stringify(line) };
}

function text(lines: readonly Pick<Line, 'text'>[]): string {
  return lines.map((line) => `${line.text}\n`).join('');
}
