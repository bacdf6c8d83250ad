import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface BuiltTracker {
  readonly code: string;
  /** Changes when the code does. */
  readonly etag: string;
}

/** The storefront script as shops load it: one self-contained file for every browser of the last years. */
export async function buildTracker(): Promise<BuiltTracker> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'tracker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2021'],
    charset: 'utf8',
    legalComments: 'none',
    // Ten bytes for a promise that changes nothing here.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, etag: `"${createHash('sha256').update(code).digest('hex').slice(0, 16)}"` };
}
