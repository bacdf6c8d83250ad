import { addDays } from '../calendar.ts';
import { TimeZone } from '../time-zone.ts';
import type { Selection } from './selection.ts';
import type { Bind } from './statement.ts';

/** The hour, 0–23, that clocks of the store show at an instant of the selection's days; a column of starts of hours. */
export function localHour(column: string, selection: Selection, bind: Bind): string {
  // A table of its own, read once per statement: JSON would be parsed anew for every row.
  const ahead = `(WITH clock AS MATERIALIZED
      (SELECT value ->> 0 AS since, value ->> 1 AS until, value ->> 2 AS ahead FROM json_each(${bind(clockOf(selection))}))
    SELECT ahead FROM clock WHERE ${column} >= since AND ${column} < until)`;
  return `CAST((${column} + ${ahead}) / 3600000 % 24 AS TEXT)`;
}

/** `[[since, until, ahead], …]`: how far clocks are ahead of UTC, ms. */
function clockOf({ range, timeZone }: Selection): string {
  const zone = TimeZone.of(timeZone);
  const spans: [since: number, until: number, ahead: number][] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    const start = zone.startOfDay(day);
    const end = zone.endOfDay(day);
    const isEven = zone.offsetAt(start) === zone.offsetAt(end - 1);
    const starts = isEven ? [start] : zone.hoursBetween(start, end);
    starts.forEach((since, index) => {
      const until = starts[index + 1] ?? end;
      const ahead = zone.offsetAt(since);
      const last = spans.at(-1);
      if (last?.[2] === ahead) last[1] = until;
      else spans.push([since, until, ahead]);
    });
  }
  return JSON.stringify(spans);
}
