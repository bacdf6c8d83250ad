import type { StatsQuery } from '@layerkick/stats/query';
import * as fc from 'fast-check';
import { z } from 'zod';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import {
  hostileRequest,
  type HostileRequest,
  PLATFORM_SECRETS,
  STORES,
  WORKOS_WEBHOOK_SECRET,
} from './hostile-requests.ts';
import { hostileFile, readHostileFile } from './hostile-files.ts';
import { type Answer, Sender } from './send.ts';

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
}

export interface FuzzResult {
  /** Answers by what was asked and their status, e.g. `POST /api/event 400`. */
  readonly answers: ReadonlyMap<string, number>;
  /** Events that were accepted, and that the store counted. */
  readonly counted: number;
  readonly seconds: number;
}

type Progress = (fraction: number) => void;

/** Generated at a time, so that a run of any length needs no more memory than this. */
const CHUNK = 1_000;
const AT_ONCE = 16;
/** A file for so many requests. */
const FILES_IN = 10;
const ZONE = { time_zone: 'Europe/Berlin', currency: 'EUR' };

const receipt = z.object({ accepted: z.int() });
const sentBatch = z.object({ batch: z.string() });

/**
 * Sends hostile requests to every door of the built Worker, and has its imports read hostile files.
 *
 * @throws when one is answered with 5xx or not at all, the Worker has stopped, or something is counted that should not be
 */
export async function fuzzRun({ requests, seed }: FuzzOptions, progress: Progress): Promise<FuzzResult> {
  const app = await startBuiltWorker({ secrets: { WORKOS_WEBHOOK_SECRET } });
  const sender = new Sender(app.origin);
  const started = performance.now();
  try {
    await openStores(app);
    const told = new Told();
    for (let chunk = 0; chunk * CHUNK < requests; chunk += 1) {
      const size = Math.min(CHUNK, requests - chunk * CHUNK);
      const hostile = fc.sample(hostileRequest, { numRuns: size, seed: seed + chunk });
      await inTurn(hostile, async (request) => {
        const answer = await sender.send(request);
        told.hear(request, answer);
        if (answer.status === 0 || answer.status >= 500) throw new Error(describe(request, answer, seed));
      });
      for (const file of fc.sample(hostileFile, {
        numRuns: Math.ceil(size / FILES_IN),
        seed: seed + chunk,
      })) {
        const outcome = await readHostileFile(file).catch((cause: unknown) => {
          throw new Error(`A file, base64: ${file.toString('base64').slice(0, 6000)}`, { cause });
        });
        told.count(`file ${outcome}`);
      }
      progress((chunk * CHUNK + size) / requests);
    }
    const { status } = await sender.send({ method: 'GET', path: '/healthz', headers: {}, body: null });
    if (status !== 200) throw new Error(`Afterwards /healthz answers ${status}`);
    await requireNothingElseCounted(app, told);
    return { answers: told.answers, counted: told.accepted, seconds: (performance.now() - started) / 1000 };
  } finally {
    sender.close();
    await app.close();
  }
}

async function openStores({ storage }: BuiltWorker): Promise<void> {
  for (const slug of Object.values(STORES)) {
    await storage.DB.prepare(
      `INSERT INTO store (slug, name, time_zone, currency, domains, created_at) VALUES (?, ?, ?, ?, '["shop.example"]', 0)`,
    )
      .bind(slug, slug, ZONE.time_zone, ZONE.currency)
      .run();
    for (const [platform, secret] of Object.entries(PLATFORM_SECRETS))
      await storage.DB.prepare(
        'INSERT INTO store_source (slug, platform, secret, created_at) VALUES (?, ?, ?, 0)',
      )
        .bind(slug, platform, secret)
        .run();
  }
}

/** What the Worker said it took. */
class Told {
  readonly answers = new Map<string, number>();
  readonly #batches = new Map<string, number>();

  hear({ method, path, body }: HostileRequest, { status, text }: Answer): void {
    const door = `${method} ${doorOf(path)} ${status}`;
    this.count(door);
    if (status !== 202 || path !== '/api/event') return;
    const { batch } = sentBatch.parse(JSON.parse(body?.toString() ?? ''));
    this.#batches.set(batch, receipt.parse(JSON.parse(text)).accepted);
  }

  count(what: string): void {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }

  get accepted(): number {
    return [...this.#batches.values()].reduce((sum, accepted) => sum + accepted, 0);
  }
}

function doorOf(path: string): string {
  const [, ...parts] = path.split('?')[0]?.split('/') ?? [];
  return ['api', '_serverFn', 'auth', 'stats', 'demo'].includes(parts[0] ?? '')
    ? `/${parts.slice(0, 3).join('/')}`
    : '/…';
}

async function requireNothingElseCounted(app: BuiltWorker, told: Told): Promise<void> {
  const everything: StatsQuery = { metrics: ['events', 'orders', 'gross_sales'], range: 'all', bots: true };
  const totalsOf = async (slug: string) => {
    const store = { slug, timeZone: ZONE.time_zone, currency: ZONE.currency };
    const [answer] = await app.storage.STORE_STATS.getByName(slug).query(store, [everything], Date.now());
    return answer?.totals;
  };
  const open = await totalsOf(STORES.open);
  if (open?.events !== told.accepted)
    throw new Error(`${told.accepted} events were accepted, ${open?.events} are counted`);
  const locked = await totalsOf(STORES.locked);
  if (locked?.events !== 0 || locked.orders !== 0)
    throw new Error(`Something was counted that should not be: ${JSON.stringify(locked)}`);
  const kept = await app.storage.DB.prepare('SELECT COUNT(*) AS n FROM webhook_delivery WHERE slug = ?')
    .bind(STORES.locked)
    .first<number>('n');
  if (kept !== 0) throw new Error(`${kept} deliveries were kept that nobody signed`);
  // Still answers, whatever its orders were made of.
  await totalsOf(STORES.signed);
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function describe({ method, path, headers, body }: HostileRequest, answer: Answer, seed: number): string {
  return [
    `Answered ${answer.status}: ${answer.text.slice(0, 500)}`,
    `${method} ${path}`,
    JSON.stringify(headers).slice(0, 3000),
    `body, base64: ${body?.toString('base64').slice(0, 6000) ?? ''}`,
    `Again: npm run soak -- fuzz --seed ${seed}`,
  ].join('\n');
}
