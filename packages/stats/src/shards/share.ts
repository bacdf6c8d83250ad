import { createHash } from 'node:crypto';
import type { DaySegment } from '../days/day-segment.ts';
import type { Engine } from '../engine.ts';
import { fold } from '../fold.ts';
import type { DayRange } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { type Letter, readLetters } from './letters.ts';
import { encodeSegment } from './segment-bytes.ts';

/** What shard 0 asks another one. */
export interface ShareRequest {
  readonly spans: readonly DayRange[];
  /** Versions of the days that it has. */
  readonly known: Readonly<Record<string, string>>;
  /** Id of the last letter that it has. */
  readonly letter: number;
}

/** What a shard has of the whole: all that was received before it was asked. */
export interface Share {
  readonly facts: ShardFacts;
  readonly letters: readonly Letter[];
  /** Those that are not as they are known; one without segments is not there any more. */
  readonly days: readonly SharedDay[];
  /** Ask again: a value has room for 32 MB. */
  readonly more: boolean;
}

export interface SharedDay {
  readonly day: string;
  /** The same for the same content. */
  readonly version: string;
  readonly segments: readonly Uint8Array[];
}

/** Times are epoch ms. */
export interface ShardFacts {
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly isRebuilding: boolean;
}

const BYTES_AT_A_TIME = 8_000_000;

/** Answers shard 0. `now` is the true time, epoch ms. */
export function share(
  engine: Engine,
  settings: StoreSettings,
  { spans, known, letter }: ShareRequest,
  now: number,
): Share {
  fold(engine, now);
  const store = readStore(engine.db);
  const days = engine.days(TimeZone.of(store?.timeZone ?? settings.timeZone));
  const segments = new Set(spans.flatMap(({ from, to }) => days.segments(from, to)));
  const byDay = Map.groupBy(segments, ({ day }) => day);
  const { letters, more } = readLetters(engine.db, letter);
  const changed: SharedDay[] = Object.keys(known)
    .filter((day) => !byDay.has(day))
    .map((day) => ({ day, version: '', segments: [] }));
  let bytes = 0;
  for (const [day, ofDay] of byDay) {
    const version = ofDay.map(versionOf).join();
    if (known[day] === version) continue;
    if (bytes > BYTES_AT_A_TIME) return { facts: factsOf(store), letters, days: changed, more: true };
    const content = ofDay.map(encodeSegment);
    bytes += content.reduce((sum, { length }) => sum + length, 0);
    changed.push({ day, version, segments: content });
  }
  return { facts: factsOf(store), letters, days: changed, more };
}

function factsOf(store: ReturnType<typeof readStore>): ShardFacts {
  return {
    firstAt: store?.firstAt ?? null,
    lastAt: store?.lastAt ?? null,
    isRebuilding: store !== null && store.repostedThrough !== null,
  };
}

const versions = new WeakMap<DaySegment, string>();

/** A segment is the same object as long as it says the same. */
function versionOf(segment: DaySegment): string {
  let version = versions.get(segment);
  if (version === undefined) {
    version = createHash('sha256').update(encodeSegment(segment)).digest('base64url');
    versions.set(segment, version);
  }
  return version;
}
