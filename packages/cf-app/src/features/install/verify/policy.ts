/** What a page wants to do under its content security policies. */
export interface Wanted {
  readonly directive: 'script-src' | 'connect-src';
  readonly url: URL;
  /** Where the page is, which `'self'` means. */
  readonly page: URL;
  /** Of the script's tag; '' where there is none. */
  readonly nonce: string;
}

/** Whether every policy allows it: https://www.w3.org/TR/CSP3/#match-url-to-source-list, without ports of wildcards. */
export function isAllowed(policies: readonly string[], wanted: Wanted): boolean {
  return policies.every((policy) => {
    const sources = sourcesFor(policy, wanted.directive);
    return sources === null || matches(sources, wanted);
  });
}

function sourcesFor(policy: string, wanted: Wanted['directive']): readonly string[] | null {
  const directives = new Map<string, readonly string[]>();
  for (const text of policy.split(';')) {
    const [name = '', ...sources] = text.trim().split(/\s+/);
    // Of several the first counts.
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  const elements = wanted === 'script-src' ? directives.get('script-src-elem') : undefined;
  return elements ?? directives.get(wanted) ?? directives.get('default-src') ?? null;
}

function matches(sources: readonly string[], { directive, url, page, nonce }: Wanted): boolean {
  if (nonce !== '' && sources.includes(`'nonce-${nonce}'`)) return true;
  // Then lists of hosts do not count.
  if (directive === 'script-src' && sources.some((source) => source.toLowerCase() === "'strict-dynamic'"))
    return false;
  return sources.some((source) => matchesSource(source.toLowerCase(), url, page));
}

function matchesSource(source: string, url: URL, page: URL): boolean {
  if (source === "'self'") return url.origin === page.origin;
  if (source === '*') return url.protocol === 'https:' || url.protocol === page.protocol;
  if (source === 'https:') return url.protocol === 'https:';
  if (source === 'http:') return url.protocol === 'https:' || url.protocol === 'http:';
  const [, scheme = '', host = '', port = '', path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source) ?? [];
  if (host === '' || host.startsWith("'")) return false;
  if (scheme !== '' && `${scheme}:` !== url.protocol && !(scheme === 'http' && url.protocol === 'https:'))
    return false;
  const isHost = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  if (!isHost) return false;
  const ofUrl = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const usual = port === '' ? url.port === '' : port === '*' || port === ofUrl;
  const isPath = path === '' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return usual && isPath;
}
