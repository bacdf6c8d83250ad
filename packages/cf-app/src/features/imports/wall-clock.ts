import { TimeZone } from '@layerkick/stats/time-zone';

const UTC = TimeZone.of('UTC');
const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;
const OFFSET = / ?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2}))$/;

/**
 * The instant (epoch ms) of `YYYY-MM-DD HH:MM[:SS]`: by the offset that follows (`+01:00`, `-0500`, `Z`), or else by the
 * clock of `zone`. Null where that is no time.
 */
export function instantOf(text: string, zone: TimeZone): number | null {
  const [whole, utc, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  // A date alone ends like an offset, too.
  if (whole === undefined || text.length - whole.length < 16) return onClock(text, zone);
  const shown = onClock(text.slice(0, -whole.length), UTC);
  if (shown === null || utc !== undefined) return shown;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return shown - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The instant at which the clock of `zone` shows `YYYY-MM-DD HH:MM[:SS]`; null where that is no time.
 * Of two such instants, when the clock is put back, it is the earlier one; a time that the clock skips is read as if
 * it had not been put forward yet.
 */
function onClock(text: string, zone: TimeZone): number | null {
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
