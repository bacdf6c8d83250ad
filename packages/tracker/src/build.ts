import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface BuiltTracker {
  readonly code: string;
  /** Changes when the code does. */
  readonly etag: string;
}

/** The storefront script as shops load it: one self-contained file for every browser of the last years. */
export async function buildTracker(): Promise<BuiltTracker> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('tracker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2020'],
    charset: 'utf8',
    legalComments: 'none',
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, etag: `"${createHash('sha256').update(code).digest('hex').slice(0, 16)}"` };
}
