import { CommandError, ROOT, runCommand } from './run/command.ts';
import { runInForeground } from './run/processes.ts';
import { join } from 'node:path';

/** Draws the pictures of the documentation anew, from the built Worker with the demo's data. */
await runCommand(async () => {
  const code = await runInForeground(
    'node',
    [
      join(ROOT, 'scripts', 'test.ts'),
      '--project',
      'journeys',
      'stats-page',
      'every-page',
      '-t',
      'pictures of every page|for everybody, fits its window|which is readable|nothing moves on any page on a phone in en-GB',
    ],
    { env: { ...process.env, SCREENSHOTS: '1' } },
  );
  if (code !== 0) throw new CommandError('The pictures could not be drawn (see above).');
});
