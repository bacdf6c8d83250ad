import { type ScreenTiming, screenTable } from './query-report.ts';
import type { Figure, Report } from './report.ts';
import { sizeName } from './size-name.ts';

export interface SpreadTiming {
  readonly objects: number;
  readonly screens: readonly ScreenTiming[];
  /** That answering takes of memory in all objects together, bytes; null where the system does not tell. */
  readonly memory: number | null;
}

export interface ShardsMeasurements {
  readonly events: number;
  readonly rounds: number;
  readonly timings: readonly SpreadTiming[];
}

export function shardsReport({ events, rounds, timings }: ShardsMeasurements): Report {
  const size = sizeName(events);
  const figures: Record<string, Figure> = {};
  const add = (key: string, value: number, unit: string) => {
    figures[`${size}/${key}`] = { value, unit, target: null, better: 'lower' };
  };
  for (const { objects, screens, memory } of timings) {
    for (const { selection, warm, cold } of screens) {
      add(`${objects} objects/${selection.id}/first screen/warm`, warm, 'ms');
      add(`${objects} objects/${selection.id}/first screen/cold`, cold, 'ms');
    }
    if (memory !== null) add(`${objects} objects/memory taken by answering, all together`, memory, 'bytes');
  }
  return {
    name: `shards-${size}`,
    rounds,
    figures,
    tables: timings.map(({ objects, screens }) =>
      screenTable(`First screen, ${size} events, a store with ${objects} objects: p50 in ms`, screens),
    ),
  };
}
