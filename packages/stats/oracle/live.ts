import type { CohortsAnswer } from '../src/cohorts.ts';
import type { ReceivedBatch } from '../src/event.ts';
import type { FunnelAnswer } from '../src/funnel.ts';
import type { LedgerEntry } from '../src/orders/ledger-entry.ts';
import type { StatsAnswer } from '../src/query.ts';
import type { RealtimeAnswer } from '../src/realtime.ts';
import type { StoreSettings } from '../src/store.ts';
import { answer } from './answer.ts';
import { cohorts } from './cohorts.ts';
import { differences } from './difference.ts';
import { funnel } from './funnel.ts';
import { realtime } from './realtime.ts';
import { type Known, learn } from './selection.ts';
import { receivedBatch, recordedEntries, type Story, type ToldBatch } from './story.ts';

/** What lives through a story: the object of a store, or its parts without the object. */
export interface LivingStore {
  append(batches: readonly ReceivedBatch[]): Promise<void>;
  record(entries: readonly LedgerEntry[]): Promise<void>;
  count(): Promise<void>;
  rebuild(): Promise<void>;
  stop(): Promise<void>;
  pass(): Promise<void>;
  /** `now` is epoch ms. */
  ask(questions: Questions, now: number): Promise<Answers>;
}

export type Questions = Pick<Story, 'questions' | 'funnels' | 'cohorts' | 'realtimes'>;

/** One for each question, in their order. */
export interface Answers {
  readonly questions: readonly StatsAnswer[];
  readonly funnels: readonly FunnelAnswer[];
  readonly cohorts: readonly CohortsAnswer[];
  readonly realtimes: readonly RealtimeAnswer[];
}

/** What somebody truly did, as batches: those of different senders where the definitions say that it is somebody else. */
export type TellApart = (batch: ReturnType<typeof receivedBatch>) => readonly ReceivedBatch[];

/** An address that nobody has who does something for the first time. */
const ELSEWHERE = { ip: '198.51.100.1', userAgent: 'Firefox' };

/**
 * Lives through a story with a store, and compares every answer with the definitions. Returns how many there were.
 *
 * @throws where one differs: the question, and where it does
 */
export async function live(
  story: Story,
  settings: StoreSettings,
  store: LivingStore,
  tellApart: TellApart = (batch) => [batch.true],
): Promise<number> {
  const batches: ReceivedBatch[] = [];
  const entries: LedgerEntry[] = [];
  const now = Date.parse(story.now);
  let passed = 0;
  let cases = 0;

  const ask = async () => {
    const known = learn({ store: settings, batches, entries });
    // Once years have gone by, nothing in the story is a short while ago.
    const asked = passed === 0 ? story : { ...story, realtimes: [] };
    const answers = await store.ask(asked, now);
    for (const { question, found, expected } of compared(asked, answers, known, now)) {
      cases += 1;
      const wrong = differences(found, expected);
      if (wrong.length > 0) throw new Error(`${JSON.stringify(question)}\n${wrong.join('\n')}`);
    }
  };

  for (const step of story.steps) {
    if (step === 'ask') await ask();
    else if (step === 'pass') {
      await store.pass();
      passed += 1;
    } else if (typeof step === 'string') await store[step]();
    else if ('says' in step) {
      const said = recordedEntries(step.says);
      await store.record(said);
      entries.push(...said);
    } else {
      const batch = receivedBatch(step.batch, passed);
      await sendTo(store, batch.received, step.batch.again);
      batches.push(...tellApart(batch));
    }
  }
  await ask();
  return cases;
}

async function sendTo(store: LivingStore, batch: ReceivedBatch, again: ToldBatch['again']): Promise<void> {
  const elsewhere = { ...batch, visitor: ELSEWHERE };
  if (again === 'never') return store.append([batch]);
  if (again === 'at once') {
    await Promise.all([store.append([batch]), store.append([elsewhere])]);
    return store.append([elsewhere, batch]);
  }
  await store.append([batch, batch]);
  return store.append([{ ...elsewhere, again: true }]);
}

/** Every question with its answer and with what the definitions say. */
function* compared(asked: Questions, answers: Answers, known: Known, now: number) {
  for (const [index, question] of asked.questions.entries()) {
    const found = answers.questions[index];
    yield { question, found: found && comparable(found), expected: answer(known, question, now) };
  }
  for (const [index, question] of asked.funnels.entries()) {
    const { sessions, sessionsBefore, steps } = answers.funnels[index] ?? {};
    yield { question, found: { sessions, sessionsBefore, steps }, expected: funnel(known, question, now) };
  }
  for (const [index, question] of asked.cohorts.entries()) {
    yield { question, found: answers.cohorts[index]?.cohorts, expected: cohorts(known, question, now) };
  }
  for (const [index, question] of asked.realtimes.entries()) {
    const { visitors, pageViews, minutes, pages } = answers.realtimes[index] ?? {};
    const found = { visitors, pageViews, minutes, pages };
    yield { question, found, expected: realtime(known, question, now) };
  }
}

/** An answer without what it cost and what only people read. */
function comparable({
  query: { range, compare },
  rowsRead: _rowsRead,
  bytesRead: _bytesRead,
  durationMs: _durationMs,
  warnings,
  ...figures
}: StatsAnswer) {
  return { range, compare, ...figures, warnings: warnings.map(({ message: _message, ...read }) => read) };
}
