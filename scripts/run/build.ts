import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './command.ts';
import { mustRun } from './processes.ts';
import { step } from './steps.ts';

const APP = join(ROOT, 'packages', 'cf-app');
const SOURCES = [
  'packages/{cf-app,auth,stats,client,tracker}/src/**/*',
  'packages/cf-app/{vite.config.ts,package.json,build/**/*,public/**/*}',
  'wrangler.jsonc',
  'pnpm-lock.yaml',
];

/** `localhost` runs and is tested here; `production` is what is deployed. */
export type BuildMode = 'localhost' | 'production';

export function buildFolder(mode: BuildMode): string {
  return join(APP, 'dist', mode);
}

/** The configuration that a build writes beside its Worker. */
export function builtConfig(mode: BuildMode): string {
  return join(buildFolder(mode), 'server', 'wrangler.json');
}

/** Builds where the last build does not hold just what the sources say now. @param label of the step */
export async function buildIfStale(mode: BuildMode, label = 'Building'): Promise<void> {
  if (!(await isCurrent(mode))) await step(label, () => build(mode));
}

async function isCurrent(mode: BuildMode): Promise<boolean> {
  const stamp = stampFile(mode);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === (await fingerprint());
}

export async function build(mode: BuildMode): Promise<void> {
  rmSync(buildFolder(mode), { recursive: true, force: true });
  const args = mode === 'production' ? ['build'] : ['build', '--mode', mode];
  const made = await fingerprint();
  await mustRun('The build', join(APP, 'node_modules', '.bin', 'vite'), args, { cwd: APP });
  // A copy of this machine's secrets, which nothing here reads: servers get `.dev.vars` itself.
  rmSync(join(buildFolder(mode), 'server', '.dev.vars'), { force: true });
  writeFileSync(stampFile(mode), made);
}

function stampFile(mode: BuildMode): string {
  return join(buildFolder(mode), '.sources');
}

async function fingerprint(): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: ROOT, withFileTypes: true })) {
    // The build writes the route tree itself.
    if (entry.isFile() && entry.name !== 'routeTree.gen.ts') paths.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  return hash.digest('hex');
}
