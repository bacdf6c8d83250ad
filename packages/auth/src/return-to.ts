/** Longer paths would not fit into the flow's cookie. */
const LONGEST = 2000;
/** Only its origin matters; a path that leaves it is not a path. */
const HERE = 'https://here.invalid';

/**
 * The path (with query and fragment) to send somebody to after signing in, or `/`.
 *
 * Whatever comes in, the result begins with one `/` that no browser reads as the start of a host name. The value is
 * parsed once, as a browser parses a `Location`, and never percent-decoded: decoding here what a browser would not
 * decode is how `/%2f%2fevil` becomes `//evil`.
 */
export function safeReturnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > LONGEST) return '/';
  // Browsers drop tabs and line breaks inside a URL and read `\` as `/`; nothing legitimate contains them.
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(asked)) return '/';
  if (!URL.canParse(asked, HERE)) return '/';

  const url = new URL(asked, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/';
  // Returning to sign-in or sign-out would loop, or end the session that was just opened.
  if (isAuthPath(url.pathname)) return '/';

  const path = url.pathname + url.search + url.hash;
  return path.length > LONGEST ? '/' : path;
}

/** As the router finds a route: whatever the case, each segment decoded by itself. */
function isAuthPath(pathname: string): boolean {
  const [, first = ''] = pathname.split('/');
  try {
    return decodeURIComponent(first).toLowerCase() === 'auth';
  } catch {
    return false;
  }
}
