const MILLION = 1_000_000;

/** A number of events in the name of a file: `1m`, `5m`, `100k`; others as they are. */
export function sizeName(events: number): string {
  if (events % MILLION === 0) return `${events / MILLION}m`;
  return events % 1000 === 0 ? `${events / 1000}k` : String(events);
}
