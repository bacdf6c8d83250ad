import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CommandError, runCommand } from './run/command.ts';
import { runInForeground } from './run/processes.ts';

const USAGE =
  'Usage: npm run soak [-- [--minutes N] [--histories N, in a round] [--seed N, of the first round]]';
const TESTS = [
  'packages/stats/oracle/parts.property.test.ts',
  'packages/stats/src/store-stats.property.workers.test.ts',
];
const options = z.object({
  minutes: z.coerce.number().positive().default(Number.POSITIVE_INFINITY),
  histories: z.coerce.number().int().min(1).default(2000),
  seed: z.coerce.number().int().min(0).optional(),
});

/** Compares the engine with the oracle on ever new histories until the time is over, a difference is found or Ctrl+C. */
await runCommand(async () => {
  const { minutes, histories, seed: first } = readOptions();
  const end = Date.now() + minutes * 60_000;
  for (let round = 0; round === 0 || Date.now() < end; round += 1) {
    const seed = first === undefined ? Math.floor(Math.random() * 0x7fffffff) : first + round;
    console.log(`Round ${round + 1}: ${histories} histories, seed ${seed}`);
    const code = await runInForeground(
      'vitest',
      ['run', '--project', 'unit', '--project', 'workers', ...TESTS],
      { env: { ...process.env, ORACLE_HISTORIES: String(histories), ORACLE_SEED: String(seed) } },
    );
    if (code !== 0) {
      throw new CommandError(
        `The engine and the definitions differ (see above). Again: npm run soak -- --seed ${seed} --histories ${histories}`,
      );
    }
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { minutes: { type: 'string' }, histories: { type: 'string' }, seed: { type: 'string' } },
    });
    return options.parse(values);
  } catch {
    throw new CommandError(USAGE);
  }
}
