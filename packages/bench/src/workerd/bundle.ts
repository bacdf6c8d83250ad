import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = join(import.meta.dirname, '..', '..');

export type BenchWorker = 'store' | 'ingest' | 'null';

/** Bundles one of this package's Workers as wrangler bundles the product. Resolves to the path of its one module. */
export async function bundle(worker: BenchWorker, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const config = join(PACKAGE, `wrangler.${worker}.jsonc`);
  await promisify(execFile)('wrangler', ['deploy', '--dry-run', '--outdir', folder, '--config', config]);
  return join(folder, `${worker}-worker.js`);
}
