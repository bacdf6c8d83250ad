import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAuth } from '../packages/bench/src/auth-bench.ts';
import { benchCost } from '../packages/bench/src/cost-bench.ts';
import { benchIngest } from '../packages/bench/src/ingest-bench.ts';
import { benchQuery } from '../packages/bench/src/query-bench.ts';
import { markdown, type Report, targetTable } from '../packages/bench/src/report/report.ts';
import { writeResults } from '../packages/bench/src/report/results-file.ts';
import { benchShards } from '../packages/bench/src/shards-bench.ts';
import { benchStorage } from '../packages/bench/src/storage-bench.ts';
import { buildIfStale } from './run/build.ts';
import { CommandError, ROOT, runCommand } from './run/command.ts';
import { step } from './run/steps.ts';

const USAGE = `Usage: npm run bench -- query [--events 1000000] [--rounds 15]
                    auth
                    page [--rounds 15]
                    lighthouse [--rounds 3]
                    ingest
                    storage [--events 1000000]
                    shards [--events 1000000] [--rounds 15]
                    cost [--events 1000000]

  query       six questions to ours, DuckDB and SQLite over the same events, and the whole first screen
  auth        requests a second of an empty Worker, of a route that does nothing, of /api/v1/me by each credential, and
              behind authkit-session
  page        filtering the stats page of the demo store, as a browser sees it
  lighthouse  what Lighthouse says of every kind of page, on mobile settings
  ingest      requests a second of a null Worker and of ours, and how long they take at a fixed rate
  storage     what the same events take on disk
  shards      the first screen of a store with several objects beside that of the same store with one
  cost        dollars per million events, and per thousand first screens of a store with so many`;

interface Options {
  readonly events: number;
  readonly rounds: number;
}

const BENCHES: Readonly<Record<string, (options: Options, folder: string) => Promise<Report>>> = {
  query: ({ events, rounds }, folder) => benchQuery(events, rounds, folder, step),
  auth: (_, folder) => benchAuth(folder, step),
  page: async ({ rounds }, folder) => (await inBrowser('page-bench')).benchPage(rounds, folder, step),
  lighthouse: async ({ rounds }, folder) =>
    (await inBrowser('lighthouse-bench')).benchLighthouse(rounds, folder, step),
  ingest: (_, folder) => benchIngest(folder, step),
  storage: ({ events }, folder) => benchStorage(events, folder, step),
  shards: ({ events, rounds }, folder) => benchShards(events, rounds, folder, step),
  cost: ({ events }, folder) => benchCost(events, folder, step),
};

/** By address: their types are the Worker's, and are checked with the journeys'. */
async function inBrowser(name: string) {
  await buildIfStale('localhost');
  return import(join(ROOT, `packages/e2e/src/${name}.ts`));
}

/** Where it is not said: a round of Lighthouse takes minutes. */
const ROUNDS: Readonly<Record<string, string>> = { lighthouse: '3' };

/** Measures on this machine; `docs/benchmarks.md` says how, and what was found. */
await runCommand(async () => {
  const { bench, ...options } = readArguments(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'layerkick-bench-'));
  try {
    const report = await bench(options, folder);
    for (const table of [...report.tables, targetTable(report.figures)]) console.log(`\n${markdown(table)}`);
    console.log(`\nAll figures: ${writeResults(report, join(ROOT, 'bench', 'results'))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { events: { type: 'string', default: '1000000' }, rounds: { type: 'string' } },
  });
  const [name = '', ...rest] = positionals;
  const bench = BENCHES[name];
  if (!bench || rest.length > 0) throw new CommandError(USAGE);
  return {
    bench,
    events: wholeNumber('--events', values.events, 10_000_000),
    rounds: wholeNumber('--rounds', values.rounds ?? ROUNDS[name] ?? '15', 1000),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw new CommandError(`${option}: ${text} is not a whole number from 1 to ${most}.\n\n${USAGE}`);
  }
  return number;
}
