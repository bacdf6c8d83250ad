import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { markdown } from '../packages/bench/src/report/report.ts';
import { killRun } from '../packages/bench/src/soak/kill-run.ts';
import { buildIfStale } from './run/build.ts';
import { CommandError, ROOT, runCommand } from './run/command.ts';
import { runInForeground } from './run/processes.ts';
import { step } from './run/steps.ts';

const USAGE = `Usage: npm run soak [-- oracle [--minutes N] [--histories N] [--seed N]]
                    kills [--seconds 20] [--kills 3]
                    fuzz [--requests 100000] [--seed N]

  oracle  compares the engine with the definitions on ever new histories, so many in a round, until the time is over
  kills   sends a store twice what its object can take while workerd is killed, and counts what it acknowledged
  fuzz    sends malformed and hostile requests to every door of the built Worker`;
const ORACLE_TESTS = [
  'packages/stats/oracle/parts.property.test.ts',
  'packages/stats/src/store-stats.property.workers.test.ts',
];
const seed = z.coerce.number().int().min(0).max(0x7fffffff);
const oracleOptions = z.strictObject({
  minutes: z.coerce.number().positive().default(Number.POSITIVE_INFINITY),
  histories: z.coerce.number().int().min(1).default(2000),
  seed: seed.optional(),
});
const killOptions = z.strictObject({
  seconds: z.coerce.number().int().min(1).max(600).default(20),
  kills: z.coerce.number().int().min(0).max(20).default(3),
});
const fuzzOptions = z.strictObject({
  requests: z.coerce.number().int().min(1).max(10_000_000).default(100_000),
  seed: seed.default(() => Math.floor(Math.random() * 0x7fffffff)),
});

const SOAKS: Readonly<Record<string, (given: unknown) => Promise<void>>> = {
  oracle: (given) => soakOracle(read(oracleOptions, given)),
  kills: (given) => soakKills(read(killOptions, given)),
  fuzz: (given) => soakFuzz(read(fuzzOptions, given)),
};

/** Looks for what only much time, load or chance finds. */
await runCommand(async () => {
  const { name, given } = readArguments();
  const soak = SOAKS[name];
  if (!soak) throw new CommandError(USAGE);
  await soak(given);
});

/** Until the time is over, a difference is found or Ctrl+C. */
async function soakOracle({
  minutes,
  histories,
  seed: first,
}: z.output<typeof oracleOptions>): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  for (let round = 0; round === 0 || Date.now() < end; round += 1) {
    const ofRound = first === undefined ? Math.floor(Math.random() * 0x7fffffff) : first + round;
    console.log(`Round ${round + 1}: ${histories} histories, seed ${ofRound}`);
    const code = await runInForeground(
      'vitest',
      ['run', '--project', 'unit', '--project', 'workers', ...ORACLE_TESTS],
      { env: { ...process.env, ORACLE_HISTORIES: String(histories), ORACLE_SEED: String(ofRound) } },
    );
    if (code !== 0) {
      throw new CommandError(
        `The engine and the definitions differ (see above). Again: npm run soak -- --seed ${ofRound} --histories ${histories}`,
      );
    }
  }
}

async function soakKills(options: z.output<typeof killOptions>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'layerkick-soak-'));
  try {
    console.log(`\n${markdown(await killRun(options, folder, step))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, since what it starts is typed for Workers. */
async function soakFuzz({ requests, seed: first }: z.output<typeof fuzzOptions>): Promise<void> {
  await buildIfStale('localhost', 'Building for localhost');
  const main = join(ROOT, 'packages', 'e2e', 'src', 'fuzz', 'main.ts');
  if ((await runInForeground('node', [main, String(requests), String(first)])) !== 0)
    throw new CommandError('The Worker did not stand it (see above).');
}

function readArguments(): { readonly name: string; readonly given: unknown } {
  const option = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        minutes: option,
        histories: option,
        seed: option,
        seconds: option,
        kills: option,
        requests: option,
      },
    });
    if (positionals.length > 1) throw new CommandError(USAGE);
    return { name: positionals[0] ?? 'oracle', given: { ...values } };
  } catch {
    throw new CommandError(USAGE);
  }
}

function read<Options>(schema: z.ZodType<Options>, given: unknown): Options {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
  throw new CommandError(`${said.join('\n')}\n\n${USAGE}`);
}
