import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowed, type Cell, type Store, STORES } from '../../../cf-app/src/features/auth/declared/rule.ts';
import { hashPassword } from '../../../cf-app/src/features/share/share-password.ts';
import { covering } from '../access/covering.ts';
import { Credentials } from '../access/credentials.ts';
import { prepareOrganizations } from '../access/people.ts';
import { ORGANIZATIONS, STATES, type Subject, SUBJECTS } from '../access/subjects.ts';
import { FUNCTIONS } from '../access/declared.ts';
import { callFunction, resultOf } from '../access/server-functions.ts';
import { type Outcome, type Target, TARGETS } from '../access/targets.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';

/**
 * Who may do what, asked of the built Worker over HTTP: every kind of credential, role, state of the place in the
 * organization and store with every kind of requirement in pairs, and everything that is declared by somebody who may, by
 * somebody who may not, and by nobody. The whole matrix, decided without HTTP: `features/auth/declared/declared-matrix.test.ts`.
 */
let app: BuiltWorker;
let credentials: Credentials;

beforeAll(async () => {
  app = await startBuiltWorker({
    // Switches nothing on in a build: nobody is nobody.
    vars: { INTERNAL_ORGANIZATION_ID: 'org_internal', DEV_BYPASS_AUTH: '1' },
    organizations: ORGANIZATIONS,
  });
  await prepareOrganizations(app);
  await makeLinks();
  credentials = new Credentials(app);
}, 60_000);
afterAll(() => app.close());

interface Row {
  readonly subject: Subject;
  readonly target: Target;
  readonly store: Store | null;
}

const RULE_KINDS: Readonly<Record<Subject['kind'], Cell['kind']>> = {
  nobody: 'person',
  session: 'person',
  'impersonated session': 'person',
  'person’s token': 'person',
  'application for a person': 'person',
  'key of a person': 'key of the person',
  'key of an organization': 'key of the organization',
  application: 'application',
};
/** What a scope can give at all. */
const BY_SCOPE = ['stats:read', 'stats:export', 'events:write'];

function may({ subject, target: { requirement }, store }: Row): boolean {
  const { kind, state, scopes } = subject;
  const cell: Cell = { ...subject, kind: RULE_KINDS[kind], standing: STATES[state] };
  const { permission } = requirement;
  // An application has no more from a person than it was let have.
  const isWithin =
    kind !== 'application for a person' ||
    permission === 'signed-in' ||
    (BY_SCOPE.includes(permission) && scopes.includes(permission));
  return isWithin && allowed(cell, requirement as never, store ?? 'owned');
}

/** Somebody whose only stores are behind their organization's single sign-on is told so instead of that they have none. */
function isSentToSingleSignOn({ subject, target: { name, surface, requirement } }: Row): boolean {
  const { state, mapped } = subject;
  const isAboutThem =
    name === 'currentPerson' || (surface === 'page' && requirement.permission === 'signed-in');
  return isAboutThem && state === 'single sign-on required' && !mapped;
}

function expected(row: Row): Outcome | 'unavailable' {
  const { subject, target } = row;
  const { name, requirement } = target;
  const isSession = subject.kind.endsWith('session');
  if (requirement.permission === 'anyone') return 'done';
  if (subject.kind === 'nobody') return 'nobody';
  // Only a session can be put into another organization, and of these WorkOS knows none.
  if (name === 'enterOrganization') return isSession ? 'unavailable' : 'nobody';
  if (!may(row)) return 'refused';
  if (isSentToSingleSignOn(row)) return 'refused';
  if (requirement.recentSignIn && !isSession) return 'again';
  // To whoever sees all stores, too.
  if (row.store === 'no-such-store') return 'refused';
  // It says for itself that it takes a store that one manages.
  if (name === 'deleteStoreOfMine') return STATES[subject.state] === 'operator' ? 'done' : 'refused';
  return 'done';
}

const classOf = ({ surface, requirement: { permission, store, recentSignIn } }: Target) =>
  [surface, permission, store && 'store', recentSignIn && 'recent'].filter(Boolean).join(' ');
const CLASSES = Map.groupBy(TARGETS, classOf);
const storesOf = (target: Target) => (target.requirement.store === undefined ? [null] : STORES);

/** What pairs are made of. What is told is among them, so that everybody who may do something is seen to do it. */
function valuesOf(row: Row): Readonly<Record<string, string>> {
  const { subject, target, store } = row;
  return {
    kind: subject.kind,
    state: subject.state,
    role: String(subject.role),
    mapped: String(subject.mapped),
    scopes: subject.scopes.join(),
    class: classOf(target),
    store: String(store),
    outcome: expected(row),
  };
}

/** The rows that are asked. */
function selection(): readonly Row[] {
  const cells = [...CLASSES.values()].flatMap(([target]) =>
    target === undefined
      ? []
      : SUBJECTS.flatMap((subject) => storesOf(target).map((store): Row => ({ subject, target, store }))),
  );
  const turns = new Map<string, number>();
  const rows = covering(cells, valuesOf).map((row): Row => {
    const name = classOf(row.target);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const ofClass = CLASSES.get(name) ?? [];
    return { ...row, target: ofClass[turn % ofClass.length] ?? row.target };
  });
  const isAsked = new Set(rows.map((row) => `${row.target.name} ${row.target.surface} ${expected(row)}`));
  const more = TARGETS.flatMap((target, at) => {
    const possible = SUBJECTS.map(
      (_subject, index) => SUBJECTS[(index * 31 + at * 7) % SUBJECTS.length] as Subject,
    ).flatMap((subject) => storesOf(target).map((store): Row => ({ subject, target, store })));
    return [...Map.groupBy(possible, expected)].flatMap(([outcome, [row]]) =>
      row === undefined || isAsked.has(`${target.name} ${target.surface} ${outcome}`) ? [] : [row],
    );
  });
  return [...rows, ...more];
}

const PASSWORD = 'what its manager made up';

/** What has become of shared links, by what stands in their address, and where they lead. */
const LINKS = [
  { token: 'a-link-that-is-good', ends: null, revoked: null, password: null, leads: 'to its store' },
  { token: 'a-link-that-is-revoked', ends: null, revoked: 1, password: null, leads: 'nowhere' },
  { token: 'a-link-that-is-over', ends: 1, revoked: null, password: null, leads: 'nowhere' },
  { token: 'a-link-that-is-locked', ends: null, revoked: null, password: PASSWORD, leads: 'to its password' },
  { token: 'a-locked-link-that-is-over', ends: 1, revoked: null, password: PASSWORD, leads: 'nowhere' },
] as const;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

async function makeLinks(): Promise<void> {
  const { DB } = app.storage;
  const link = DB.prepare(
    `INSERT INTO share_link
       (id, slug, name, token_hash, filters, embed_hosts, created_at, created_by, expires_at, revoked_at, password)
     VALUES (?, 'spare', 'Everybody', ?, '[]', '[]', 0, 'user_1', ?, ?, ?)`,
  );
  const kept = await hashPassword(PASSWORD);
  await DB.batch(
    LINKS.map(({ token, ends, revoked, password }) =>
      link.bind(token, hashOf(token), ends, revoked, password && kept),
    ),
  );
}

const NOBODYS = {
  person: 'user_01LKNOBODY',
  organization: 'org_nobody',
  membership: 'om_nobody',
  invitation: 'invitation_nobody',
  domain: 'org_domain_nobody',
  domainName: 'nobody.example',
  email: 'nobody@nobody.example',
  session: 'session_nobody',
  event: 'event_nobody',
  key: 'api_key_nobody',
  goal: 'goal_nobody',
  annotation: 'annotation_nobody',
  share: 'share_nobody',
  shareToken: LINKS[0].token,
  cursor: btoa('["a","a"]'),
};

/** What somebody is told. */
async function outcomeOf({ subject, target, store }: Row): Promise<Outcome | string> {
  const headers = await credentials.headersOf(subject);
  return target.ask(app.origin, headers, { ...NOBODYS, store: store ?? 'spare' });
}

const described = ({ subject: { kind, state, role, mapped, scopes }, target, store }: Row) =>
  `${kind} [${scopes.join()}], ${state}, ${role}${mapped ? ', mapped' : ''}: ${target.surface} ${target.name} at ${store}`;

const AT_ONCE = 6;

test('everybody is told what the rule says, whatever they bring and ask for', async () => {
  const rows = selection();
  const wrong: string[] = [];
  const waiting = rows.values();
  const work = async () => {
    for (const row of waiting) {
      // oxlint-disable-next-line no-await-in-loop -- some at a time
      const told = await outcomeOf(row);
      if (told !== expected(row)) wrong.push(`${described(row)}: ${told}, not ${expected(row)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(400);
});

/** Everything that a link's token is given to. */
const SHARED = TARGETS.filter(({ name }) => /Shared|^\/(?:share|embed)\//.test(name));

/** Without its password a locked link asks for it, and does nothing else. */
const ASKING = new Set(['/share/$token', '/embed/$token/$panel', 'unlockShared']);
const TOLD: Readonly<Record<(typeof LINKS)[number]['leads'], (name: string) => Outcome>> = {
  'to its store': () => 'done',
  'to its password': (name) => (ASKING.has(name) ? 'done' : 'refused'),
  nowhere: () => 'refused',
};

/** What everything that a link's token is given to is told, by its name. */
const toldBy = (token: string, headers: Readonly<Record<string, string>>) =>
  Promise.all(
    SHARED.map(async ({ name, ask }) => [
      name,
      await ask(app.origin, headers, { ...NOBODYS, shareToken: token }),
    ]),
  );
const wantedOf = (leads: (typeof LINKS)[number]['leads']) =>
  SHARED.map(({ name }) => [name, TOLD[leads](name)]);

test.each(LINKS)('$token: leads $leads, whoever has it', async ({ token, leads }) => {
  const manager = SUBJECTS.find(({ kind, role }) => kind === 'session' && role === 'manager');
  const session = manager === undefined ? {} : await credentials.headersOf(manager);
  const wanted = wantedOf(leads);
  expect(await Promise.all([toldBy(token, {}), toldBy(token, session)])).toEqual([wanted, wanted]);
});

const askApp = (path: string, init: RequestInit) => fetch(app.origin + path, init);

test('a locked link leads to its store in the browser that said its password, and nowhere else', async () => {
  const [token, over] = ['a-link-that-is-locked', 'a-locked-link-that-is-over'];
  const unlocking = FUNCTIONS.find(({ name }) => name === 'unlockShared');
  if (unlocking === undefined) throw new Error('Nothing takes a password');
  const said = await callFunction(askApp, unlocking, { token, password: PASSWORD });
  expect(await resultOf(said)).toEqual({ ok: true });
  const Cookie = said.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = async (headers: Readonly<Record<string, string>>) =>
    (await askApp(`/share/${token}`, { headers })).text();
  expect(await page({})).toContain('This page has a password');
  expect(await page({})).not.toMatch(/spare/i);
  expect(await page({ Cookie })).not.toContain('This page has a password');
  expect(await page({ Cookie })).toMatch(/spare/i);
  expect(await toldBy(token, { Cookie })).toEqual(wantedOf('to its store'));
  expect(await toldBy(over, { Cookie })).toEqual(wantedOf('nowhere'));
});
