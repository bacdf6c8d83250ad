/** The cookies of a request, by name. */
export type Cookies = ReadonlyMap<string, string>;

/** A `Set-Cookie` header and the cookie it is about: of several for one cookie only the last is sent. */
export interface SetCookie {
  readonly name: string;
  readonly header: string;
}

interface CookieAttributes {
  /** Seconds; 0 deletes. */
  readonly maxAge: number;
  readonly secure: boolean;
  /** The host whose subdomains get it, too; only its own host where left out. */
  readonly domain?: string | undefined;
}

/** Reads a `Cookie` header. The first of two cookies with one name wins: it has the longer path. */
export function parseCookies(header: string | null): Cookies {
  const cookies = new Map<string, string>();
  const text = header ?? '';
  let equals = text.indexOf('=');
  for (let from = 0; equals >= 0 && from < text.length;) {
    const semicolon = text.indexOf(';', from);
    const end = semicolon < 0 ? text.length : semicolon;
    // Looked for once however many parts have none.
    if (equals < from) equals = text.indexOf('=', from);
    if (equals > from && equals < end) {
      const name = text.slice(from, equals).trim();
      if (!cookies.has(name)) cookies.set(name, text.slice(equals + 1, end).trim());
    }
    from = end + 1;
  }
  return cookies;
}

/** Every cookie of ours is HttpOnly, Lax and for the whole site. Values are made of cookie-safe characters only. */
export function setCookie(
  name: string,
  value: string,
  { maxAge, secure, domain }: CookieAttributes,
): SetCookie {
  const attributes = ['Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax'];
  if (secure) attributes.push('Secure');
  if (domain !== undefined) attributes.push(`Domain=${domain}`);
  return { name, header: [`${name}=${value}`, ...attributes].join('; ') };
}

export function deleteCookie(name: string, secure: boolean, domain?: string): SetCookie {
  return setCookie(name, '', { maxAge: 0, secure, domain });
}
