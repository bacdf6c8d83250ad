import type { AuthContext } from '@layerkick/auth/auth-context';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { StoreSettings } from '@layerkick/stats/store';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { requestTranslation } from '#/features/i18n/request-translation.server.ts';
import type { T } from '#/features/i18n/translate.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { Answered } from './answers.ts';
import { type Reader, type Reading, readAs } from './read-as.server.ts';
import { withLabels } from './row-labels.server.ts';
import { askStore } from './store-questions.server.ts';

/** A store that somebody may see, and how a page of it asks. */
export interface StoreOfPage {
  readonly ok: true;
  readonly auth: AuthContext;
  readonly settings: StoreSettings;
  /** Its questions, narrowed to what the reader may see. */
  readonly reading: Reading;
  /** Epoch ms, the same for all that one page asks. */
  readonly now: number;
  readonly requestId: string;
  readonly mayExport: boolean;
  /** How its reader is spoken to. */
  readonly t: T;
  ask(queries: readonly StatsQuery[]): Promise<readonly StatsAnswer[]>;
  /** Each by itself where they fail together. */
  askAll<Id extends string>(
    questions: Readonly<Record<Id, StatsQuery>>,
  ): Promise<Readonly<Record<Id, Answered>>>;
  /** Null where it fails, which is logged. */
  attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result | null>;
}

/** The store of a page, for whoever this request is of. */
export async function storeOfPage(slug: string): Promise<StoreOfPage | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  return pageFor(guarded);
}

/** The same for whoever was let in. */
export async function pageFor(reader: Reader): Promise<StoreOfPage> {
  const { auth, store } = reader;
  const t = await requestTranslation();
  const settings = { slug: store.slug, timeZone: store.timeZone, currency: store.currency };
  const now = Date.now();
  const reading = readAs(reader, now);
  const failed = (question: string, cause: unknown) =>
    log.error('stats_query_failed', { store: store.slug, question, cause: String(cause) });
  const ask = async (queries: readonly StatsQuery[]) =>
    (await reading.query(queries)).map((answer) => withLabels(answer, t.locale));
  return {
    ok: true,
    auth,
    settings,
    reading,
    now,
    requestId: requestId(),
    t,
    mayExport: auth.permissions.has('stats:export'),
    ask,
    askAll: (questions) => askStore(questions, ask, failed),
    async attempt(what, work) {
      try {
        return await work();
      } catch (cause) {
        failed(what, cause);
        return null;
      }
    },
  };
}
