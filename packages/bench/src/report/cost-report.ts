import { costOf, type Work } from '../cost.ts';
import { PRICES } from '../prices.ts';
import { amount, type Figure, type Report, type TextTable } from './report.ts';
import { sizeName } from './size-name.ts';

/** At most, end to end, at three events a batch. */
const TARGET = 0.6;

const LABELS: Readonly<Record<keyof Work, string>> = {
  requests: 'Worker requests',
  cpuMs: 'CPU ms',
  objectRequests: 'object requests and alarms',
  objectSeconds: 'seconds of an active object',
  rowsWritten: 'rows written',
  rowsRead: 'rows read',
  archivePuts: 'archive objects written',
};

export interface CostMeasurements {
  readonly events: number;
  readonly ingest: {
    /** For a million events. */
    readonly work: Work;
    readonly archiveBytes: number;
    readonly eventsPerBatch: number;
    readonly batchesPerSecond: number;
  };
  /** For a thousand first screens of a store with so many `events`. */
  readonly screens: {
    /** Each by an object that has just started: whoever looks now and then. */
    readonly cold: Work;
    /** One after the other: whoever goes on looking. */
    readonly warm: Work;
  };
}

export function costReport({ events, ingest, screens }: CostMeasurements): Report {
  const size = sizeName(events);
  return {
    name: `cost-${size}`,
    rounds: 1,
    figures: {
      'per million events/total': dollars(total(ingest.work), TARGET),
      ...parts('per million events', ingest.work),
      'per million events/archived, a month': dollars((ingest.archiveBytes / 1e9) * PRICES.archivedGbMonth),
      ...screenFigures(`per thousand first screens at ${size}, cold`, screens.cold),
      ...screenFigures(`per thousand first screens at ${size}, warm`, screens.warm),
    },
    tables: [
      costTable(
        `A million events, ${ingest.eventsPerBatch} a batch, ${ingest.batchesPerSecond} batches a second (prices of ${PRICES.asOf})`,
        ingest.work,
      ),
      costTable(
        `A thousand first screens at ${size} events, each by an object that has just started`,
        screens.cold,
      ),
      costTable(`The same, one after the other`, screens.warm),
    ],
  };
}

function screenFigures(prefix: string, work: Work): Record<string, Figure> {
  return { [`${prefix}/total`]: dollars(total(work)), ...parts(prefix, work) };
}

function parts(prefix: string, work: Work): Record<string, Figure> {
  const cost = costOf(work);
  return Object.fromEntries(keysOf(work).map((key) => [`${prefix}/${LABELS[key]}`, dollars(cost[key])]));
}

function costTable(title: string, work: Work): TextTable {
  const cost = costOf(work);
  return {
    title,
    head: ['what', 'amount', 'US$'],
    rows: [
      ...keysOf(work).map((key) => [LABELS[key], amount(work[key]), amount(cost[key])]),
      ['total', '', amount(total(work))],
    ],
  };
}

function total(work: Work): number {
  return Object.values(costOf(work)).reduce((sum, part) => sum + part, 0);
}

function keysOf(work: Work): (keyof Work)[] {
  return Object.keys(work).filter((key): key is keyof Work => key in LABELS);
}

function dollars(value: number, target: number | null = null): Figure {
  return { value, unit: 'US$', target, better: 'lower' };
}
