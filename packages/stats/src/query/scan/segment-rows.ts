import type { Coded } from '../../columns/coded.ts';
import { zeros } from '../../columns/zeros.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import type { TimeZone } from '../../time-zone.ts';
import { asksForHour, type Condition, type Has, narrow } from './condition.ts';
import { fewOf } from './few.ts';
import { partsOnDay } from './few-loops.ts';
import type { EventDimension, HeldValues } from './held-values.ts';
import type { Kept } from './kept.ts';
import type { LedOrder } from './led-visits.ts';
import { hourNames } from './local-hours.ts';
import {
  keepBoth,
  keepCodes,
  type Mask,
  partsIn,
  ownedOnDay,
  partsOfOwners,
  rowsOnDay,
  verdictOn,
} from './mask.ts';
import { once } from './once.ts';
import type { Owners } from './owners.ts';
import { ownersOf } from './purchases.ts';
import type { ReadOnce } from './read-once.ts';
import type { Choice } from './selection.ts';
import { keepVisits } from './visit-conditions.ts';
import { copyOf } from './new-mask.ts';

/** What has been read beside the segment for the questions of the same call. */
export interface BesideSegment {
  readonly zone: TimeZone;
  readonly from: ReadOnce;
  readonly kept: Kept;
  /** The visits of a segment that led to an order. */
  converted(segment: DaySegment): Uint32Array;
  /** The orders that visits of a segment led to. */
  led(segment: DaySegment): LedOrder[];
}

/** Which rows of a segment are counted: worked out once for all questions of a call, and some for other calls, too. */
export class SegmentRows {
  readonly segment: DaySegment;
  readonly reading: BesideSegment;
  readonly #visits = new Map<Choice, Mask>();
  readonly #events = new Map<Choice, Map<string, Mask>>();
  readonly #items = new Map<Choice, Mask>();
  readonly #holding = new Map<Condition, Mask>();
  #hourNames: readonly string[] | null = null;
  #itemVisits: Uint32Array | null = null;
  #converted: Uint32Array | null = null;
  #visitors: Owners | null = null;

  constructor(segment: DaySegment, reading: BesideSegment) {
    this.segment = segment;
    this.reading = reading;
  }

  /** Visits that began on this day. */
  visits(choice: Choice): Mask {
    return once(this.#visits, choice, () =>
      this.#isEveryVisit(choice)
        ? this.segment.own()
        : this.#kept(choice, 'visits', () => this.#chooseVisits(choice)),
    );
  }

  /** Events that happened on this day; only those with this name unless it is ''. */
  events(choice: Choice, name: string): Mask {
    const byName = once(this.#events, choice, () => new Map<string, Mask>());
    return once(byName, name, () =>
      this.#kept(choice, `events ${name}`, () => this.#chooseEvents(choice, name)),
    );
  }

  /** Those of the events that happened on this day. */
  items(choice: Choice): Mask {
    return once(this.#items, choice, () => this.#kept(choice, 'items', () => this.#chooseItems(choice)));
  }

  /** The visit of each item. */
  get itemVisits(): Uint32Array {
    return (this.#itemVisits ??= ownersOf(this.segment.itemEvent(), this.segment.eventsFrom()));
  }

  /** The visits that led to an order. */
  get converted(): Uint32Array {
    return (this.#converted ??= this.reading.converted(this.segment));
  }

  get visitors(): Owners {
    return (this.#visitors ??= this.reading.kept.visitors(this.segment));
  }

  /** What visits have several of. */
  held(dimension: EventDimension): HeldValues {
    return this.reading.kept.held(this.segment, dimension);
  }

  /** What clocks show in each of the day's hours. */
  get hourNames(): readonly string[] {
    return (this.#hourNames ??= hourNames(this.segment.hours, this.reading.zone));
  }

  /** All visits, those that began the day before included, for which a condition holds. */
  holding(condition: Condition): Mask {
    return once(this.#holding, condition, () => {
      // Others may need it after whoever asks for it first has given back the room of all other masks.
      const mask = new Uint8Array(this.segment.visitCount).fill(1);
      this.#narrow(mask, condition);
      return mask;
    });
  }

  #kept(choice: Choice, rows: string, choose: () => Mask): Mask {
    return this.reading.kept.masks.find(this.segment, choice, rows, choose);
  }

  #isEveryVisit({ condition, bots, within }: Choice): boolean {
    return condition === null && within === null && (bots || isOfPeople(this.segment.visitBot()));
  }

  #chooseVisits({ condition, bots, within }: Choice): Mask {
    if (within !== null) {
      const mask = copyOf(this.visits(within));
      if (condition !== null) this.#narrow(mask, condition);
      return mask;
    }
    const mask = copyOf(this.segment.own());
    if (!bots) keepPeople(mask, this.segment.visitBot());
    if (condition !== null) keepBoth(mask, this.holding(condition));
    return mask;
  }

  #chooseItems(choice: Choice): Mask {
    const { segment } = this;
    const { condition, bots } = choice;
    const events = segment.itemEvent();
    // Few events have items: what is not asked of events is not worked out for all of them.
    return condition === null && (bots || isOfPeople(segment.eventBot()))
      ? ownedOnDay(events, segment.eventHour())
      : partsOfOwners(events, this.#chooseEvents(choice, ''));
  }

  #chooseEvents({ condition, bots }: Choice, name: string): Mask {
    const { segment } = this;
    const named = segment.eventName();
    const codes = name === '' ? zeros(segment.eventCount) : named.codes;
    const verdict = name === '' ? Uint8Array.of(1) : verdictOn(named, name);
    const few = condition !== null && !asksForHour(condition) ? fewOf(this.holding(condition)) : null;
    const mask = few
      ? partsOnDay(few, segment.eventsFrom(), codes, verdict, segment.eventHour())
      : rowsOnDay(codes, verdict, segment.eventHour());
    if (!bots) keepPeople(mask, segment.eventBot());
    if (condition !== null && few === null) this.#narrowEvents(mask, condition);
    return mask;
  }

  #narrow(mask: Mask, condition: Condition): void {
    narrow(mask, condition, (rows, has) => keepVisits(rows, has, this));
  }

  /** Whatever is asked of an event is asked of its visit, but for the time. */
  #narrowEvents(mask: Mask, condition: Condition): void {
    const from = this.segment.eventsFrom();
    if (!asksForHour(condition)) return keepBoth(mask, partsIn(this.holding(condition), from));
    narrow(mask, condition, (rows: Mask, has: Has) => {
      if (has.dimension === 'hour') keepCodes(rows, this.segment.eventHour(), has.among(this.hourNames));
      else keepBoth(rows, partsIn(this.holding(has), from));
    });
  }
}

function isOfPeople({ values }: Coded): boolean {
  return values.every((bot) => bot === '');
}

function keepPeople(mask: Mask, bot: Coded): void {
  if (!isOfPeople(bot)) keepCodes(mask, bot.codes, verdictOn(bot, ''));
}
