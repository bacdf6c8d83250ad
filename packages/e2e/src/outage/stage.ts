import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { signAccessToken } from '@layerkick/workos-local/access-token';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { copyOf, openStores, PAGE } from '../merchant-at-fmdf.ts';
import { expireAccessToken } from '../sealed-session.ts';
import { Visitor } from '../visitor.ts';
import { apiKeyOf } from '../workos-api.ts';
import { type Gate, gateTo } from './gate.ts';

/** Who may read and change everything. */
const ADMIN = 'admin@layerkick.test';
const ORGANIZATION = 'org_01LKFMDF';
/** Short, and still long enough for a machine that is busy. */
const DEADLINE_MS = '2000';
const MINUTE = 60_000;
/** The Worker's clock is put forward from stage to stage, and WorkOS's is not. */
const DAY_SECONDS = 24 * 60 * 60;

export const TOKENS = ['valid', 'expired', 'missing'] as const;
export type Token = (typeof TOKENS)[number];

/** People with every kind of token, and a WorkOS that can fail. */
export interface Stage {
  readonly app: BuiltWorker;
  readonly gate: Gate;
  /** Somebody whose access token is like that; with a session of their own where they are about to end it. */
  visitor(token: Token, session?: 'shared' | 'own'): Visitor;
  /** Somebody back from WorkOS, and the address with a code that was not spent yet. */
  callback(token: Token): { readonly visitor: Visitor; readonly url: string };
  /** A key that WorkOS vouched for just now, one of more than a minute ago, or none. */
  apiKey(token: Token): string | null;
  bearer(token: Token): Promise<string | null>;
  /** Somebody looks at their store, whose token is over. */
  readOnce(): Promise<void>;
  putClockForward(ms: number): Promise<void>;
  /** The same deployment again, in a new isolate. */
  redeploy(): Promise<void>;
}

export interface Theatre {
  readonly app: BuiltWorker;
  readonly gate: Gate;
  /** The same deployment again, in a new isolate. */
  redeploy(): Promise<void>;
}

/** The Worker that all stages share. */
export async function startTheatre(): Promise<Theatre> {
  const app = await startBuiltWorker({ organizations: ORGANIZATIONS, accessTokenSeconds: DAY_SECONDS });
  await openStores(app);
  await app.storage.DB.prepare(
    `INSERT INTO organization_store (organization_id, slug) VALUES ('${ORGANIZATION}', 'fmdf')`,
  ).run();
  const gate = await gateTo(app.workos.port);
  const vars = { WORKOS_API_URL: gate.url, WORKOS_DEADLINE_MS: DEADLINE_MS };
  const redeploy = () => app.redeploy({ vars });
  await redeploy();
  return { app, gate, redeploy };
}

/** WorkOS answers, nobody holds a grudge against it from before, and everybody has arrived. */
export async function setStage({ app, gate, redeploy }: Theatre): Promise<Stage> {
  app.workos.faults.clear();
  await gate.open();
  const putClockForward = async (ms: number) => {
    await fetch(`${app.origin}/api/local/clock`, { method: 'POST', body: JSON.stringify({ ms }) });
  };
  const useKey = async (key: string) => {
    const response = await fetch(`${app.origin}/api/v1/me`, { headers: { 'X-API-Key': key } });
    if (!response.ok) throw new Error(`A new API key is answered with ${response.status}`);
  };

  await putClockForward(MINUTE + 1000);
  const [earlier, recent] = [await newKey(app), await newKey(app)];
  await useKey(earlier);
  await putClockForward(MINUTE + 1000);
  await useKey(recent);

  const people = await arrive(app);
  const callbacks = await Promise.all(
    TOKENS.map(async (token) => {
      const visitor = people.shared(token);
      return [token, { visitor, url: await visitor.chooseAccount(ADMIN, PAGE) }] as const;
    }),
  );

  return {
    app,
    gate,
    visitor: (token, session = 'shared') => people[session](token),
    callback: (token) => new Map(callbacks).get(token) ?? { visitor: new Visitor(app.origin), url: '/' },
    apiKey: (token) => (token === 'missing' ? null : token === 'valid' ? recent : earlier),
    bearer: async (token) =>
      token === 'missing' ? null : personToken(token === 'valid' ? DAY_SECONDS : -60),
    readOnce: async () => void (await people.shared('expired').ask(PAGE)),
    putClockForward,
    redeploy,
  };
}

/** One session that all share, which nobody may end, and one each to end. */
async function arrive(app: BuiltWorker) {
  const shared = { valid: await signIn(app), expired: await signIn(app), missing: new Visitor(app.origin) };
  const own = { valid: await signIn(app), expired: await signIn(app), missing: new Visitor(app.origin) };
  await expireAccessToken(shared.expired, app);
  await expireAccessToken(own.expired, app);
  return { shared: (token: Token) => copyOf(shared[token], app), own: (token: Token) => own[token] };
}

async function signIn(app: BuiltWorker): Promise<Visitor> {
  const visitor = new Visitor(app.origin);
  await visitor.signIn(ADMIN);
  return visitor;
}

async function newKey(app: BuiltWorker): Promise<string> {
  return (await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value;
}

function personToken(seconds: number): Promise<string> {
  const subject = {
    userId: 'user_01LKMERCHANT',
    sessionId: 'session_bearer',
    organizationId: null,
    standing: null,
    impersonatorEmail: null,
  };
  return signAccessToken(subject, Date.now(), seconds);
}
