/**
 * A browser as far as signing in needs one: it keeps cookies and follows what it is told to. Journeys use a real one;
 * this one can also be told to do what no browser would.
 */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The cookies this visitor has, by name. A test may change them. */
  get cookies(): Map<string, string> {
    return this.#cookies;
  }

  /** One request without following a redirect. `path` may be a whole address. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#origin);
    const headers = new Headers(init.headers);
    if (url.origin === this.#origin && this.#cookies.size > 0) {
      headers.set('Cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (url.origin === this.#origin) this.#keep(response);
    return response;
  }

  /** Goes to the sign-in page and chooses an account; the answer is the address that WorkOS sends the browser back to. */
  async chooseAccount(email: string, returnTo = '/'): Promise<string> {
    const query = new URLSearchParams({ return_to: returnTo, login_hint: email });
    const login = await this.ask(`/auth/workos/login?${query.toString()}`);
    const chosen = await this.ask(locationOf(login));
    return locationOf(chosen);
  }

  /** Signs in; the answer is that of the callback. */
  async signIn(email: string, returnTo = '/'): Promise<Response> {
    return this.ask(await this.chooseAccount(email, returnTo));
  }

  /** As the sign-out button does. */
  signOut(): Promise<Response> {
    return this.ask('/auth/workos/logout', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
  }

  #keep(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/; Max-Age=0(;|$)/.test(header)) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(name.length + 1));
    }
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
