import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/**
 * A browser as far as signing in needs one: it keeps cookies and follows what it is told to. Journeys use a real one;
 * this one can also be told to do what no browser would.
 */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The cookies that the Worker gave this visitor, by name. A test may change them. */
  get cookies(): Map<string, string> {
    return this.#cookiesAt(this.#origin);
  }

  /** One request without following a redirect. `path` may be a whole address. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#origin);
    const headers = new Headers(init.headers);
    const cookies = this.#cookiesAt(url.origin);
    if (cookies.size > 0) headers.set('Cookie', inHeader(cookies));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(response.headers.getSetCookie(), cookies);
    return response;
  }

  /** Opens a WebSocket as a page of ours does, and closes it; the answer is the cookies that it came with. */
  async openSocket(path: string): Promise<readonly string[]> {
    const cookies = this.#cookiesAt(this.#origin);
    const setCookies = await new Promise<readonly string[]>((resolve, reject) => {
      const upgrading = request(new URL(path, this.#origin).href, {
        headers: {
          Cookie: inHeader(cookies),
          Origin: this.#origin,
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
          'Sec-WebSocket-Version': '13',
        },
      });
      upgrading.once('error', reject);
      upgrading.once('response', ({ statusCode }) => reject(new Error(`${path} answered ${statusCode}`)));
      upgrading.once('upgrade', ({ headers }, socket) => {
        socket.destroy();
        resolve(headers['set-cookie'] ?? []);
      });
      upgrading.end();
    });
    keep(setCookies, cookies);
    return setCookies;
  }

  #cookiesAt(origin: string): Map<string, string> {
    const cookies = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, cookies);
    return cookies;
  }

  /** Goes to the sign-in page and chooses an account; the answer is the address that the browser is sent back to. */
  async chooseAccount(email: string, returnTo = '/', more: Record<string, string> = {}): Promise<string> {
    const query = new URLSearchParams({ return_to: returnTo, login_hint: email, ...more });
    let at = `/auth/workos/login?${query.toString()}`;
    do {
      // oxlint-disable-next-line no-await-in-loop -- each answer says where to go next
      at = new URL(locationOf(await this.ask(at)), new URL(at, this.#origin)).href;
    } while (new URL(at).origin !== this.#origin);
    return at;
  }

  /** Signs in; the answer is that of the callback. */
  async signIn(email: string, returnTo = '/', more: Record<string, string> = {}): Promise<Response> {
    return this.ask(await this.chooseAccount(email, returnTo, more));
  }

  /** As the sign-out button does. */
  signOut(): Promise<Response> {
    return this.ask('/auth/workos/logout', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
  }
}

function inHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

function keep(setCookies: readonly string[], cookies: Map<string, string>): void {
  for (const header of setCookies) {
    const [pair = ''] = header.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    if (value === '' || /; Max-Age=0(;|$)/.test(header)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** @throws if the response is no redirect */
export function locationOf(response: Response): string {
  const location = response.headers.get('Location');
  if (location === null) throw new Error(`${response.url} answered ${response.status} without a Location`);
  return location;
}

/** The cookies that a response sets, by name; of several for one name the last, as in a browser. */
export function cookiesSetBy(response: Response): Map<string, string> {
  return new Map(
    response.headers.getSetCookie().map((header) => [header.slice(0, header.indexOf('=')), header]),
  );
}
