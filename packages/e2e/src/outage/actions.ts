import { PAGE } from '../merchant-at-fmdf.ts';
import { cookiesSetBy, locationOf, type Visitor } from '../visitor.ts';
import type { Stage, Token } from './stage.ts';

/** What people and programs do, each answered with what they see, in the words of the specification. */
export const ACTIONS = {
  read,
  write,
  'sign-in': signIn,
  callback,
  'sign-out': signOut,
  'API key': apiKey,
  bearer,
} as const;
export type Action = keyof typeof ACTIONS;

async function read({ visitor }: Stage, token: Token): Promise<string> {
  const person = visitor(token);
  const response = await person.ask(PAGE);
  if (response.status >= 300 && response.status < 400) return 'sign in first';
  if (response.status !== 200) return `error ${response.status}`;
  const page = await response.text();
  const seen = page.includes('Sign-in is not answering') ? 'shown, with a banner' : 'shown';
  return token === 'missing' || person.cookies.has('wos-session') ? seen : 'SIGNED OUT';
}

async function write({ app, visitor }: Stage, token: Token): Promise<string> {
  const response = await visitor(token).ask('/api/v1/access/user_01LKOUTSIDER', {
    method: 'PUT',
    headers: { Origin: app.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ stores: ['northwind'] }),
  });
  if (response.ok) return 'done';
  const { code } = (await response.json()) as { code: string };
  return code;
}

async function signIn({ gate, visitor }: Stage, token: Token): Promise<string> {
  const response = await visitor(token).ask(`/auth/workos/login?return_to=${PAGE}`);
  return response.status === 302 && locationOf(response).startsWith(gate.url) ? 'to WorkOS' : 'error';
}

async function callback(stage: Stage, token: Token): Promise<string> {
  const { visitor, url } = stage.callback(token);
  const response = await visitor.ask(url);
  if (response.status === 303) return opened(visitor, response);
  const page = await response.text();
  const again = page.includes(`/auth/workos/login?return_to=${encodeURIComponent(PAGE)}`);
  return response.status === 503 && again ? '“Try again”' : `error ${response.status}`;
}

function opened(visitor: Visitor, response: Response): string {
  return locationOf(response) === PAGE && visitor.cookies.has('wos-session') ? 'signed in' : 'error';
}

async function signOut({ visitor }: Stage, token: Token): Promise<string> {
  const response = await visitor(token, 'own').signOut();
  if (token === 'missing') return response.status === 200 ? 'was not signed in' : 'error';
  const gone = cookiesSetBy(response).get('wos-session')?.includes('Max-Age=0') ?? false;
  return response.status === 303 && gone ? 'signed out' : `error ${response.status}`;
}

async function apiKey({ app, apiKey: keyOf }: Stage, token: Token): Promise<string> {
  const key = keyOf(token);
  return account(app.origin, key === null ? {} : { 'X-API-Key': key });
}

async function bearer({ app, bearer: tokenOf }: Stage, token: Token): Promise<string> {
  const value = await tokenOf(token);
  return account(app.origin, value === null ? {} : { Authorization: `Bearer ${value}` });
}

async function account(origin: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${origin}/api/v1/me`, { headers });
  const said = (await response.json()) as { code?: string; degraded?: boolean };
  if (!response.ok) return said.code ?? `error ${response.status}`;
  return said.degraded === true ? 'accepted, to read' : 'accepted';
}
