import { join } from 'node:path';
import { openDuckdb } from './engines/duckdb.ts';
import { startLayerkick } from './engines/layerkick.ts';
import { openSqlite } from './engines/sqlite.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { storageReport } from './report/storage-report.ts';
import { tableSizes } from './workerd/object-file.ts';

/**
 * What the same events take on disk in each database.
 *
 * @param folder an existing empty one for the databases
 */
export async function benchStorage(events: number, folder: string, step: Step): Promise<Report> {
  const ours = await step('Starting workerd', () => startLayerkick(folder));
  const engines = [
    ours,
    await openDuckdb(join(folder, 'duckdb.db')),
    openSqlite(join(folder, 'sqlite.db')),
  ] as const;
  const bytes = { layerkick: 0, duckdb: 0, sqlite: 0 };
  for (const engine of engines) {
    await step(`Loading ${events.toLocaleString('en')} events into ${engine.name}`, (progress) =>
      engine.load(events, (loaded) => progress.show(loaded / events)),
    );
    bytes[engine.name] = await engine.bytes();
    await engine.close();
  }
  return storageReport({ events, bytes, tables: tableSizes(folder) });
}
