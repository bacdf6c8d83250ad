import type { MemoryBudget } from '../columns/bounded-cache.ts';
import type { DaySegment } from '../days/day-segment.ts';
import type { RecentEvent } from '../days/recent-events.ts';
import type { Engine } from '../engine.ts';
import type { Sources } from '../query/answer.ts';
import type { RealtimeSources } from '../query/realtime.ts';
import type { DayRange } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import type { StoreRow } from '../store-row.ts';
import { hearLetters } from './letters.ts';
import { type DecodedSegment, decodeSegment } from './segment-bytes.ts';
import type { ShardFacts, Share, ShareRequest, SharedDay } from './share.ts';

/** Another object of the store. */
export interface Shard {
  share(store: StoreSettings, request: ShareRequest): Promise<Share>;
  recentEvents(store: StoreSettings, since: number): Promise<readonly RecentEvent[]>;
}

/** Bytes of packed days that are kept from question to question. */
const KEPT_BYTES = 24_000_000;

/**
 * The other shards as shard 0 sees them, who answers for all. It keeps their days, and asks with every question whether
 * they still are what they were.
 */
export class OtherShards {
  readonly #engine: Engine;
  readonly #shards: readonly ShardView[];
  readonly #keptBytes: number;
  /** Grows whenever an answer may be another one. */
  #version = 0;
  #asking = 0;
  /** One after the other: an old answer must not take the place of a newer one. */
  #updating: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine, shards: readonly Shard[], keptBytes = KEPT_BYTES) {
    this.#engine = engine;
    this.#shards = shards.map((shard) => new ShardView(shard, engine.columnBudget));
    this.#keptBytes = keptBytes;
  }

  get count(): number {
    return this.#shards.length;
  }

  /**
   * Does `work` on what all shards have; all that they received before counts. It has to be done anew when they turn out
   * to have something else, or it asks for days that nobody has asked for yet. `now` is the true time, epoch ms.
   */
  async ask<Result>(
    store: StoreSettings,
    now: number,
    work: (sources: Sources & RealtimeSources) => Result,
  ): Promise<Result> {
    this.#asking += 1;
    try {
      const upToDate: DayRange[] = [];
      for (let isFirst = true; ; isFirst = false) {
        const asked: DayRange[] = [];
        const version = this.#version;
        const result = work(this.#sources(store, asked));
        const spans = asked.filter((span) => !upToDate.some((known) => isWithin(span, known)));
        if (!isFirst && spans.length === 0) return result;
        await this.#update(store, spans, now);
        if (this.#version === version) return result;
        upToDate.push(...spans);
      }
    } finally {
      this.#asking -= 1;
      // Whoever is in the middle of it needs every day that was found.
      if (this.#asking === 0) for (const shard of this.#shards) shard.trim(this.#keptBytes / this.count);
    }
  }

  /** What happened in all of them since then, epoch ms. */
  async recentEvents(store: StoreSettings, since: number): Promise<RecentEvent[]> {
    const events = await Promise.all(this.#shards.map(({ shard }) => shard.recentEvents(store, since)));
    return events.flat();
  }

  #sources(store: StoreSettings, asked: DayRange[]): Sources & RealtimeSources {
    const own = this.#engine.sources(store);
    return {
      ...own,
      days: {
        segments: (from, to) => {
          asked.push({ from, to });
          const others = this.#shards.flatMap((shard) => shard.segments(from, to));
          return [...own.days.segments(from, to), ...others].toSorted((a, b) =>
            a.day < b.day ? -1 : Number(a.day > b.day),
          );
        },
      },
      store: own.store && wholeStore(own.store, this.#shards),
    };
  }

  async #update(store: StoreSettings, spans: readonly DayRange[], now: number): Promise<void> {
    const update = async () => {
      const changes = await Promise.all(
        this.#shards.map((shard) =>
          shard.update(store, spans, (letters) => hearLetters(this.#engine, store, letters, now)),
        ),
      );
      if (changes.includes(true)) this.#version += 1;
    };
    const turn = this.#updating.then(update);
    // Whoever waits for it learns what went wrong.
    this.#updating = turn.catch(() => {});
    await turn;
  }
}

interface KnownDay {
  readonly version: string;
  readonly segments: readonly DecodedSegment[];
  readonly bytes: number;
}

/** What shard 0 knows of another one. */
class ShardView {
  readonly shard: Shard;
  facts: ShardFacts | null = null;
  /** The days asked for last come last. */
  readonly #days = new Map<string, KnownDay>();
  readonly #budget: MemoryBudget;

  constructor(shard: Shard, budget: MemoryBudget) {
    this.shard = shard;
    this.#budget = budget;
  }

  segments(from: string, to: string): DaySegment[] {
    const days = [...this.#days].filter(([day]) => day >= from && day <= to);
    for (const [day, known] of days) {
      this.#days.delete(day);
      this.#days.set(day, known);
    }
    return days.flatMap(([, { segments }]) => segments.map(({ segment }) => segment));
  }

  /** Asks for what changed. Returns whether anything did. */
  async update(
    store: StoreSettings,
    spans: readonly DayRange[],
    hear: (letters: Share['letters']) => boolean,
  ): Promise<boolean> {
    let changed = false;
    let letter = 0;
    for (let more = true; more;) {
      const known = [...this.#days].filter(([day]) => spans.some(({ from, to }) => day >= from && day <= to));
      const request = {
        spans,
        letter,
        known: Object.fromEntries(known.map(([day, { version }]) => [day, version])),
      };
      const share = await this.shard.share(store, request);
      letter = share.letters.at(-1)?.id ?? letter;
      if (hear(share.letters)) changed = true;
      if (JSON.stringify(share.facts) !== JSON.stringify(this.facts)) changed = true;
      this.facts = share.facts;
      for (const day of share.days) this.#set(day);
      if (share.days.length > 0) changed = true;
      more = share.more;
    }
    return changed;
  }

  /** Forgets the days that were not asked for the longest. */
  trim(mostBytes: number): void {
    let bytes = [...this.#days.values()].reduce((sum, day) => sum + day.bytes, 0);
    for (const [day, known] of this.#days) {
      if (bytes <= mostBytes) return;
      this.#forget(day);
      bytes -= known.bytes;
    }
  }

  /** With its columns: nobody would ask for them, and they would take the place of others until pushed out. */
  #forget(day: string): void {
    for (const { forget } of this.#days.get(day)?.segments ?? []) forget();
    this.#days.delete(day);
  }

  #set({ day, version, segments }: SharedDay): void {
    this.#forget(day);
    if (segments.length === 0) return;
    this.#days.set(day, {
      version,
      segments: segments.map((bytes) => decodeSegment(day, bytes, this.#budget)),
      bytes: segments.reduce((sum, { length }) => sum + length, 0),
    });
  }
}

function isWithin(span: DayRange, { from, to }: DayRange): boolean {
  return span.from >= from && span.to <= to;
}

/** The times of all shards, and whether any of them is worked out anew. */
function wholeStore(own: StoreRow, shards: readonly ShardView[]): StoreRow {
  const facts = shards.flatMap((shard) => shard.facts ?? []);
  const times = (key: 'firstAt' | 'lastAt') => [own, ...facts].flatMap((of) => of[key] ?? []);
  const isRebuilding = facts.some((of) => of.isRebuilding);
  const [first, last] = [times('firstAt'), times('lastAt')];
  return {
    ...own,
    firstAt: first.length === 0 ? null : Math.min(...first),
    lastAt: last.length === 0 ? null : Math.max(...last),
    repostedThrough: own.repostedThrough ?? (isRebuilding ? 0 : null),
  };
}
