/** Where a request may name an organization. */
export const STRATEGIES = ['subdomain', 'path', 'header'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface NamedOrganization {
  /** A slug or WorkOS's id; null where something stands there that can be neither. */
  readonly name: string | null;
  readonly by: Strategy;
  /** What the path begins with, `/org/acme`; empty unless the path says it. */
  readonly prefix: string;
}

export interface NamingRules {
  /** In order: the first that names one decides. */
  readonly strategies: readonly Strategy[];
  /** The host of our own pages, with its port; organizations are right below it. */
  readonly host: string;
}

export const PATH = '/org/';
export const HEADER = 'X-Organization';
const NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|org_[A-Za-z0-9]{1,64})$/;

/**
 * The organization that a request names; null where it names none. What cannot be the name of one is one that nobody is
 * in: a mistyped name must not lead to whatever is seen without it.
 */
export function organizationNamed(
  { url, headers }: Pick<Request, 'url' | 'headers'>,
  { strategies, host }: NamingRules,
): NamedOrganization | null {
  for (const by of strategies) {
    const given = GIVEN[by](url, headers, host);
    if (given === null) continue;
    const name = NAME.test(given) ? given : null;
    return { name, by, prefix: by === 'path' ? PATH + given : '' };
  }
  return null;
}

const GIVEN: Readonly<Record<Strategy, (url: string, headers: Headers, host: string) => string | null>> = {
  subdomain: (url, _headers, host) => {
    const asked = new URL(url).host;
    return asked.endsWith(`.${host}`) ? asked.slice(0, -host.length - 1) : null;
  },
  path: (url) => {
    const path = url.slice(url.indexOf('/', url.indexOf('//') + 2));
    return path.startsWith(PATH) ? (/^[^/?#]*/.exec(path.slice(PATH.length))?.[0] ?? '') : null;
  },
  header: (_url, headers) => headers.get(HEADER),
};
