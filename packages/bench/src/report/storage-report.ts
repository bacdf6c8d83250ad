import type { Engine } from '../engines/engine.ts';
import { amount, type Figure, type Report } from './report.ts';
import { sizeName } from './size-name.ts';

/** At most, of closed days, bytes per million events. */
const TARGET = 12e6;

/** Batches leave the log for the archive: it is no part of closed days. */
const LOG: ReadonlySet<string> = new Set(['inbox', 'log_chunk', 'recent_batches']);

export interface StorageMeasurements {
  readonly events: number;
  /** Whole files. */
  readonly bytes: Readonly<Record<Engine['name'], number>>;
  /** Ours, by table. */
  readonly tables: ReadonlyMap<string, number>;
}

export function storageReport({ events, bytes, tables }: StorageMeasurements): Report {
  const perMillion = (count: number) => (count / events) * 1_000_000;
  const closedDays = [...tables].reduce((sum, [name, size]) => sum + (LOG.has(name) ? 0 : size), 0);
  const figure = (value: number, target: number | null = null): Figure => ({
    value: perMillion(value),
    unit: 'bytes',
    target,
    better: 'lower',
  });
  return {
    name: `storage-${sizeName(events)}`,
    rounds: 1,
    figures: {
      'per million events/ours, closed days': figure(closedDays, TARGET),
      'per million events/ours, with the log': figure(bytes.layerkick),
      'per million events/DuckDB': figure(bytes.duckdb),
      'per million events/SQLite': figure(bytes.sqlite),
      'ratio to DuckDB': { value: closedDays / bytes.duckdb, unit: '×', target: null, better: 'lower' },
    },
    tables: [
      {
        title: 'Storage: MB per million events',
        head: ['what', 'MB'],
        rows: [
          ['ours, closed days (all but the log)', amount(perMillion(closedDays) / 1e6)],
          ['ours, with all of the log', amount(perMillion(bytes.layerkick) / 1e6)],
          ['DuckDB', amount(perMillion(bytes.duckdb) / 1e6)],
          ['SQLite over raw events', amount(perMillion(bytes.sqlite) / 1e6)],
        ],
      },
      {
        title: 'Ours by table, indexes included: MB per million events',
        head: ['table', 'MB'],
        rows: [...tables]
          .filter(([, size]) => perMillion(size) >= 1e5)
          .map(([name, size]) => [name, amount(perMillion(size) / 1e6)]),
      },
    ],
  };
}
