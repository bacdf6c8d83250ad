import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { inject, test } from 'vitest';
import { answer } from '../oracle/answer.ts';
import { arbitraryStory } from '../oracle/arbitrary-story.ts';
import { differences } from '../oracle/difference.ts';
import type { OracleRuns } from '../oracle/runs.ts';
import { learn } from '../oracle/selection.ts';
import { receivedBatch, recordedEntries, type Story } from '../oracle/story.ts';
import type { ReceivedBatch } from './event.ts';
import type { LedgerEntry } from './orders/ledger-entry.ts';
import type { StatsAnswer } from './query.ts';
import type { StoreStats } from './store-stats.ts';

declare module 'vitest' {
  interface ProvidedContext {
    oracle: OracleRuns;
  }
}

let stores = 0;
let cases = 0;

/** Lives through a story with a store's object, and compares every answer with the definitions. */
async function live({ timeZone, steps, questions, now }: Story): Promise<void> {
  stores += 1;
  const stats = env.STORE_STATS.getByName(`story-${stores}`);
  const store = { slug: 'fmdf', timeZone, currency: 'EUR' };
  const batches: ReceivedBatch[] = [];
  const entries: LedgerEntry[] = [];

  const ask = async () => {
    const at = Date.parse(now);
    const known = learn({ store, batches, entries });
    const answers = await stats.query(store, questions, at);
    questions.forEach((question, index) => {
      cases += 1;
      const found = answers[index];
      const wrong = differences(found && comparable(found), answer(known, question, at));
      if (wrong.length > 0) throw new Error(`${JSON.stringify(question)}\n${wrong.join('\n')}`);
    });
  };

  for (const step of steps) {
    if (step === 'count') await runDurableObjectAlarm(stats);
    else if (step === 'stop') await stop(stats);
    else if (step === 'rebuild') {
      await stats.rebuild(store);
      await stop(stats);
      while ((await stats.status()).rebuilding !== null) await runDurableObjectAlarm(stats);
    } else if (step === 'ask') await ask();
    else if ('says' in step) {
      const said = recordedEntries(step.says);
      await stats.record(store, said);
      entries.push(...said);
    } else {
      const batch = receivedBatch(step.batch);
      await stats.append(store, step.batch.again ? [batch.received, batch.received] : [batch.received]);
      batches.push(batch.true);
    }
  }
  await ask();
}

async function stop(stats: DurableObjectStub<StoreStats>): Promise<void> {
  // Only what runs can be stopped.
  await stats.status();
  await evictDurableObject(stats);
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

test('a store answers what the definitions say', { timeout: 0 }, async () => {
  const { histories, seed } = inject('oracle');
  await fc.assert(fc.asyncProperty(arbitraryStory, live), { numRuns: histories, seed });
  console.log(`${cases} answers about ${histories} histories (seed ${seed}) are what the definitions say.`);
});
