import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, builtConfig } from './run/build.ts';
import { CommandError, ROOT, runCommand } from './run/command.ts';
import { runInForeground } from './run/processes.ts';
import { step } from './run/steps.ts';

/** What stands in `wrangler.jsonc` until an operator puts in what belongs to their accounts. */
const PLACEHOLDERS = [
  ['00000000000000000000000000000001', 'kv_namespaces id'],
  ['00000000-0000-0000-0000-000000000001', 'd1_databases database_id'],
  ['client_layerkick_local', 'WORKOS_CLIENT_ID'],
] as const;

/** Arguments go to `wrangler deploy`, e.g. `npm run deploy -- --dry-run`. */
await runCommand(async () => {
  const given = process.argv.slice(2);
  const configuration = readFileSync(join(ROOT, 'wrangler.jsonc'), 'utf8');
  const left = PLACEHOLDERS.filter(([value]) => configuration.includes(value)).map(([, name]) => name);
  const dry = given.includes('--dry-run');
  if (left.length > 0 && !dry) {
    throw new CommandError(
      `wrangler.jsonc still has placeholders: ${left.join(', ')}. docs/operations.md says where to get the real ones.`,
    );
  }
  await step('Building', () => build('production'));
  if (!dry) {
    // Forward-only and additive, so the Worker that runs now works with the newer schema until it is replaced.
    await must('Applying D1 migrations', ['d1', 'migrations', 'apply', 'DB', '--remote']);
  }
  await must('Deploying', ['deploy', '--config', builtConfig('production'), ...given]);
});

async function must(what: string, args: readonly string[]): Promise<void> {
  const code = await runInForeground('wrangler', args);
  if (code !== 0) throw new CommandError(`${what} failed (see above).`);
}
