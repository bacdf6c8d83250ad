import {
  type AuthMeasurements,
  type AuthRound,
  type Credential,
  CREDENTIALS,
  emptyAsked,
  type RunName,
  RUNS,
} from '../auth/runs.ts';
import { amount, type Figure, type Report } from './report.ts';
import { median, percentile } from './statistics.ts';

/** To be reached at least, in requests a second: of a route that does nothing, in our Worker and in an empty one. */
const RATIO_TO_EMPTY = 0.6;
const RATIO_TO_AUTHKIT = 1;

const EMPTY = 'empty Worker';
const OURS = 'empty route of the product';
const THEIRS = 'authkit-session, session cookie';

function isCredential(name: RunName): name is Credential {
  return CREDENTIALS.some((by) => by === name);
}

/** The run in which an empty Worker is asked the same, byte for byte. */
function askedTheSame(name: RunName): RunName {
  if (name === THEIRS) return emptyAsked('session cookie');
  if (isCredential(name)) return emptyAsked(name);
  return name === OURS ? EMPTY : name;
}

function ratios(of: readonly number[], to: readonly number[]): number[] {
  return of.map((each, round) => each / (to[round] ?? Number.NaN));
}

export function authReport(measured: AuthMeasurements, rounds: number): Report {
  const rates = (name: RunName) => measured[name].map(({ requests, seconds }) => requests / seconds);
  const rate = (name: RunName) => median(rates(name));
  // Of one round, since what else the machine does changes from round to round and hardly within one.
  const ratio = (name: RunName, to: RunName) => median(ratios(rates(name), rates(to)));
  const cpu = (name: RunName) => median(measured[name].map(cpuMicroseconds));
  const figures: [string, Figure][] = RUNS.flatMap((name) => {
    const all: [string, Figure][] = [
      [`${name}/requests per second`, higher(rate(name), '/s')],
      [`${name}/CPU per request`, { ...lower(cpu(name)), unit: 'µs' }],
      [`${name}/p50`, lower(percentile(times(measured[name]), 0.5))],
      [`${name}/p99`, lower(percentile(times(measured[name]), 0.99))],
    ];
    if (!isCredential(name)) return all;
    const toSame = higher(ratio(name, askedTheSame(name)), '×', RATIO_TO_EMPTY);
    all.push([`${name}/ratio to ${OURS}`, higher(ratio(name, OURS), '×', RATIO_TO_EMPTY)]);
    all.push([`${name}/ratio to an empty Worker, asked the same`, toSame]);
    all.push([
      `${name}/ratio to an empty Worker, asked without a credential`,
      higher(ratio(name, EMPTY), '×'),
    ]);
    return all;
  });
  figures.push([
    'session cookie/ratio to authkit-session',
    higher(ratio('session cookie', THEIRS), '×', RATIO_TO_AUTHKIT),
  ]);
  return {
    name: 'auth',
    rounds,
    figures: Object.fromEntries(figures),
    tables: [
      {
        title: 'Who is asking: GET /api/v1/me over loopback',
        head: [
          'run',
          'requests/s',
          'to the empty route of the product',
          'to an empty Worker, asked the same',
          'asked without a credential',
          'to authkit-session',
          'CPU µs',
          'p50 ms',
          'p99 ms',
        ],
        rows: RUNS.map((name) => [
          name,
          ...[
            rate(name),
            ratio(name, OURS),
            ratio(name, askedTheSame(name)),
            ratio(name, EMPTY),
            ratio(name, THEIRS),
            cpu(name),
            percentile(times(measured[name]), 0.5),
            percentile(times(measured[name]), 0.99),
          ].map(amount),
        ]),
      },
    ],
  };
}

/** Of workerd, for one request; 0 where the system does not tell. */
function cpuMicroseconds({ cpuMs, requests }: AuthRound): number {
  return ((cpuMs ?? 0) * 1000) / requests;
}

function times(results: readonly AuthRound[]): number[] {
  return results.flatMap((result) => [...result.times]);
}

function higher(value: number, unit: string, target: number | null = null): Figure {
  return { value, unit, target, better: 'higher' };
}

function lower(value: number): Figure {
  return { value, unit: 'ms', target: null, better: 'lower' };
}
