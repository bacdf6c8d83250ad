import type { LoadResult } from '../load/load.ts';
import { amount, type Figure, type Report } from './report.ts';
import { median, percentile } from './statistics.ts';

/** To be reached. */
const RATIO_TO_NULL = 0.15;
const EVENTS_PER_SECOND = 40_000;
const P99_MS = 15;
const BACKLOG = 1000;

const higher = (value: number, unit: string, target: number | null = null): Figure => ({
  value,
  unit,
  target,
  better: 'higher',
});
const lower = (value: number, unit: string, target: number | null = null): Figure => ({
  ...higher(value, unit, target),
  better: 'lower',
});

export interface IngestMeasurements {
  readonly rounds: number;
  /** Of the disk under the objects' databases. */
  readonly syncs: number;
  /** As fast as answers come, a round each. */
  readonly nullWorker: readonly LoadResult[];
  readonly single: readonly LoadResult[];
  readonly batches: readonly LoadResult[];
  /** Events in each request of `batches`. */
  readonly batchSize: number;
  /** CPU time of the whole workerd for `batches`, ms; null where the system does not tell. */
  readonly batchesCpuMs: number | null;
  /** Requests a second of `fixed` and `nullFixed`. */
  readonly fixedRate: number;
  /** In each round a day of some 11,000 events is closed. */
  readonly fixed: readonly LoadResult[];
  /** The null Worker at the same rate: what the machine makes requests wait for. */
  readonly nullFixed: readonly LoadResult[];
  /** Accepted and not yet counted when the last round at the fixed rate, and of single events, ended. */
  readonly pendingAfterFixed: number;
  readonly pendingAfterSingle: number;
}

export function ingestReport(measured: IngestMeasurements): Report {
  const { syncs, batchSize, batchesCpuMs, fixedRate } = measured;
  const nullWorker = together(measured.nullWorker);
  const nullFixed = together(measured.nullFixed);
  const single = together(measured.single);
  const batches = together(measured.batches);
  const fixed = together(measured.fixed);
  const ratios = measured.single.map(
    (run, round) => rate(run) / rate(measured.nullWorker[round] ?? nullWorker),
  );
  const perCpuSecond = batchesCpuMs ? (batches.requests * batchSize * 1000) / batchesCpuMs : null;
  const runs: readonly (readonly [string, LoadResult, number])[] = [
    ['null Worker', nullWorker, 0],
    ['one event per request', single, 1],
    [`batches of ${batchSize}`, batches, batchSize],
    [`fixed ${fixedRate}/s`, fixed, 1],
    [`null Worker, fixed ${fixedRate}/s`, nullFixed, 0],
  ];
  return {
    name: 'ingest',
    rounds: measured.rounds,
    figures: {
      'disk/syncs per second': higher(syncs, '/s'),
      'null Worker/requests per second': higher(rate(nullWorker), '/s'),
      'one event per request/requests per second': higher(rate(single), '/s'),
      'one event per request/ratio to the null Worker': higher(median(ratios), '×', RATIO_TO_NULL),
      'batches/events per second': higher(rate(batches) * batchSize, '/s', EVENTS_PER_SECOND),
      ...(perCpuSecond === null
        ? {}
        : { 'batches/events per second of processor time': higher(perCpuSecond, '/s', EVENTS_PER_SECOND) }),
      'fixed rate/p50': lower(percentile(fixed.times, 0.5), 'ms'),
      'fixed rate/p99': lower(percentile(fixed.times, 0.99), 'ms', P99_MS),
      'fixed rate/p99 of the null Worker': lower(percentile(nullFixed.times, 0.99), 'ms'),
      // Some hundred may wait for the next fold; what is more is a backlog.
      'fixed rate/batches not counted at the end': lower(measured.pendingAfterFixed, 'batches', BACKLOG),
      'one event per request/batches not counted at the end': lower(
        measured.pendingAfterSingle,
        'batches',
        BACKLOG,
      ),
    },
    tables: [
      {
        title: `Ingest over loopback, on a disk with ${amount(syncs)} syncs/s`,
        head: ['run', 'requests', 'seconds', 'requests/s', 'events/s', 'p50 ms', 'p99 ms'],
        rows: runs.map(([name, run, events]) => [
          name,
          ...[
            run.requests,
            run.seconds,
            rate(run),
            rate(run) * events,
            percentile(run.times, 0.5),
            percentile(run.times, 0.99),
          ].map(amount),
        ]),
      },
    ],
  };
}

/** All rounds as one. */
function together(rounds: readonly LoadResult[]): LoadResult {
  return {
    requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
    seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
    times: rounds.flatMap(({ times }) => times),
  };
}

function rate({ requests, seconds }: LoadResult): number {
  return requests / seconds;
}
