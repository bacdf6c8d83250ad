import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = join(import.meta.dirname, '..', '..');

/** `authkit` has a package of its own, for the older SDK that it needs. */
const AUTHKIT_PACKAGE = join(PACKAGE, '..', 'bench-authkit');

export type BenchWorker = 'store' | 'ingest' | 'null' | 'auth' | 'authkit';

/** Bundles one of the benchmarks' Workers as wrangler bundles the product. Resolves to the path of its one module. */
export async function bundle(worker: BenchWorker, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const config = join(worker === 'authkit' ? AUTHKIT_PACKAGE : PACKAGE, `wrangler.${worker}.jsonc`);
  await promisify(execFile)('wrangler', ['deploy', '--dry-run', '--outdir', folder, '--config', config]);
  return join(folder, `${worker}-worker.js`);
}
