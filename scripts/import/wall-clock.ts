import type { TimeZone } from '../../packages/stats/src/time-zone.ts';

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The instant (epoch ms) at which the clock of `zone` shows `YYYY-MM-DD HH:MM[:SS]`; null where that is no time.
 * Of two such instants, when the clock is put back, it is the earlier one; a time that the clock skips is read as if
 * it had not been put forward yet.
 */
export function instantOf(text: string, zone: TimeZone): number | null {
  const [, ...fields] = SHAPE.exec(text) ?? [];
  if (fields.length === 0) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map((field) =>
    Number(field ?? 0),
  );
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const shown = new Date(local).toISOString();
  if (!shown.startsWith(text.slice(0, 16).replace(' ', 'T')) || second > 59) return null;

  const before = local - zone.offsetAt(local - DAY_MS);
  const after = local - zone.offsetAt(local + DAY_MS);
  return before + zone.offsetAt(before) === local || after + zone.offsetAt(after) !== local ? before : after;
}
