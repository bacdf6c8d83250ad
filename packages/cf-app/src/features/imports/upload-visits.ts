import { MOST_IMPORTED_DAYS } from '@layerkick/stats/imported-days/imported-day';
import { csvRows } from './csv-rows.ts';
import { fileBytes } from './file-bytes.ts';
import { ImportStopped } from './import-stopped.ts';
import { keepDays } from './imports.functions.ts';
import { readVisits, type VisitsRead } from './visits/read-visits.ts';

interface Upload {
  readonly file: File;
  readonly slug: string;
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number, fraction: number) => void;
}

/**
 * Reads a file of daily visits here and sends its days.
 *
 * @throws {FileProblem} for what is wrong with the file
 * @throws {ImportStopped} when it was aborted, or the store refused
 */
export async function uploadVisits({ file, slug, signal, onProgress }: Upload): Promise<VisitsRead> {
  const { bytes, fraction } = fileBytes(file);
  const read = await readVisits(csvRows(bytes, fraction));
  for (let from = 0; from < read.days.length; from += MOST_IMPORTED_DAYS) {
    if (signal.aborted) throw new ImportStopped(null);
    onProgress(from, from / read.days.length);
    const answer = await keepDays({ data: { slug, days: read.days.slice(from, from + MOST_IMPORTED_DAYS) } });
    if (!answer.ok) throw new ImportStopped(answer);
  }
  return read;
}
