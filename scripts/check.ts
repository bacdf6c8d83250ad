import { CommandError, ROOT, runCommand } from './run/command.ts';
import { declaredAccess, undeclaredAccess, workerSources } from './run/declared-access.ts';
import { mustRun } from './run/processes.ts';
import { step } from './run/steps.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run check -- --fix` formats and applies what the linter can mend before it checks. */
await runCommand(async () => {
  const [flag, ...rest] = process.argv.slice(2);
  if ((flag !== undefined && flag !== '--fix') || rest.length > 0) {
    throw new CommandError('Usage: npm run check [-- --fix]');
  }
  const fix = flag === '--fix';
  await step('Format', () => mustRun('oxfmt', 'oxfmt', fix ? ['.'] : ['--check', '.']));
  await step('Lint', () => mustRun('oxlint', 'oxlint', fix ? ['--fix', '.'] : ['.']));
  await step('Declared access', async () => {
    const problems = undeclaredAccess(workerSources(ROOT), await declaredAccess(ROOT));
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
  });
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name));
  for (const place of [...packages, 'scripts']) {
    if (!existsSync(join(ROOT, place, 'tsconfig.json'))) continue;
    await step(`Types in ${place}`, () => mustRun('tsc', 'tsc', ['-p', place]));
  }
  await step('Unused code', () => mustRun('knip', 'knip', ['--no-progress']));
  await step('Types of the Worker’s bindings', () =>
    mustRun('wrangler types', 'wrangler', ['types', '--check']),
  );
});
