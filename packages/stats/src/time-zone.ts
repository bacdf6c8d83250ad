import { addDays, dayFromNumber, dayNumber } from './calendar.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Days and hours of one IANA time zone, exact over daylight saving time: a day may have 23 or 25 hours, an hour may
 * start at :30 or :45 UTC, and where a clock is moved by half an hour an hour may be cut short.
 * Offsets are looked up once per UTC day, so that stamping a hundred thousand events costs next to nothing.
 */
export class TimeZone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, Offsets>();
  #lastLocalDay = Number.NaN;
  #lastDay = '';
  /** The start asked for last: whatever comes in asks for that of its own day. */
  #lastStart = { day: '', at: 0 };

  private constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** @throws {RangeError} where `name` is not a time zone; see `timeZone` in `store.ts` for checking one. */
  static of(name: string): TimeZone {
    let zone = zones.get(name);
    if (!zone) zones.set(name, (zone = new TimeZone(name)));
    return zone;
  }

  /** Local time minus UTC at an instant, ms. */
  offsetAt(at: number): number {
    const { before, after, change } = this.#offsetsOn(Math.floor(at / DAY_MS));
    return at < change ? before : after;
  }

  /** The local day that an instant is in. */
  dayOf(at: number): string {
    const localDay = Math.floor((at + this.offsetAt(at)) / DAY_MS);
    // Events come mostly in the order of time: the day is usually the one asked for before.
    if (localDay !== this.#lastLocalDay) {
      this.#lastLocalDay = localDay;
      this.#lastDay = dayFromNumber(localDay);
    }
    return this.#lastDay;
  }

  /** The first instant of a local day. Where midnight is skipped, that is the moment the clock was moved. */
  startOfDay(day: string): number {
    if (this.#lastStart.day !== day) this.#lastStart = { day, at: this.#findStart(day) };
    return this.#lastStart.at;
  }

  #findStart(day: string): number {
    const midnight = dayNumber(day) * DAY_MS;
    const candidates = [
      midnight - this.offsetAt(midnight - DAY_MS),
      midnight - this.offsetAt(midnight + DAY_MS),
    ];
    const first = Math.min(...candidates);
    return this.dayOf(first) >= day ? first : Math.max(...candidates);
  }

  /** The instant at which a local day is over. */
  endOfDay(day: string): number {
    return this.startOfDay(addDays(day, 1));
  }

  /** The start of the local hour that an instant is in: where the clock shows :00, or where it was moved since then. */
  startOfHour(at: number): number {
    const start = at - modulo(at + this.offsetAt(at), HOUR_MS);
    return this.#changeBetween(start, at) ?? start;
  }

  /** The starts of all local hours in `from <= start < to`. `from` has to be the start of an hour. */
  hoursBetween(from: number, to: number): number[] {
    const starts: number[] = [];
    for (let at = from; at < to; at = this.#nextHour(at)) starts.push(at);
    return starts;
  }

  #nextHour(start: number): number {
    const next = start + HOUR_MS - modulo(start + this.offsetAt(start), HOUR_MS);
    return this.#changeBetween(start, next - 1) ?? next;
  }

  /** When the clock was moved in `after < moved <= until`; the two are at most an hour apart. */
  #changeBetween(after: number, until: number): number | undefined {
    for (const utcDay of [Math.floor(after / DAY_MS), Math.floor(until / DAY_MS)]) {
      const { change } = this.#offsetsOn(utcDay);
      if (change > after && change <= until) return change;
    }
    return undefined;
  }

  #offsetsOn(utcDay: number): Offsets {
    let offsets = this.#offsets.get(utcDay);
    if (!offsets) {
      offsets = this.#findOffsets(utcDay * DAY_MS, (utcDay + 1) * DAY_MS);
      this.#offsets.set(utcDay, offsets);
    }
    return offsets;
  }

  #findOffsets(from: number, to: number): Offsets {
    const before = this.#readOffset(from);
    const after = this.#readOffset(to - 1);
    if (before === after) return { before, after, change: Number.NEGATIVE_INFINITY };
    let low = from;
    let high = to - 1;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#readOffset(middle) === before) low = middle;
      else high = middle;
    }
    return { before, after, change: high };
  }

  #readOffset(at: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  }
}

/** The offsets of one UTC day: `after` holds from `change` on, which is minus infinity where nothing changes. */
interface Offsets {
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

const zones = new Map<string, TimeZone>();

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
