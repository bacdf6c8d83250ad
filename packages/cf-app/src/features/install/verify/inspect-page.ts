import type { Finding } from './finding.ts';
import { OTHER_TRACKERS } from './other-trackers.ts';
import { type PageScript, partsOf } from './page-scripts.ts';
import { isAllowed } from './policy.ts';

export interface Inspected {
  readonly html: string;
  readonly url: URL;
  /** Those that it came with. */
  readonly policies: readonly string[];
}

export interface Expected {
  readonly slug: string;
  /** Where the script is served and events go. */
  readonly origin: string;
}

/** Types that a browser runs; with another one a consent manager holds a script until the visitor agrees. */
const RUNNING = /^$|^(text|application)\/(x-)?(java|ecma)script|^module$/i;
const SLUG = /^[a-z0-9-]{1,63}$/;

/** What a shop's page says about whether and how it is measured. */
export function inspectPage(page: Inspected, expected: Expected): Finding[] {
  const { scripts, policies } = partsOf(page.html);
  const tags = scripts.filter(isOurs);
  const all = { ...page, policies: [...page.policies, ...policies] };
  return [
    ...(tags.length === 0
      ? missing(page, scripts)
      : tags.flatMap((tag) => ofTag(tag, all, expected)).filter(isFirst)),
    ...(tags.length > 1 ? [{ code: 'several' } as const] : []),
    ...(scripts.some(({ code }) => /\bdataLayer\b/.test(code)) ? [{ code: 'data_layer' } as const] : []),
    ...otherTrackers(scripts),
  ];
}

function isOurs({ attributes }: PageScript): boolean {
  const src = attributes.get('src') ?? attributes.get('data-src') ?? '';
  return /\/lk\.js(?:[?#]|$)/.test(src);
}

/** Something that is found twice is told once. */
function isFirst({ code, detail }: Finding, place: number, all: readonly Finding[]): boolean {
  return all.findIndex((other) => other.code === code && other.detail === detail) === place;
}

function ofTag({ attributes }: PageScript, page: Inspected, { slug, origin }: Expected): Finding[] {
  const found: Finding[] = [];
  const isHeld = !RUNNING.test(attributes.get('type') ?? '') || !attributes.has('src');
  const src = attributes.get('src') ?? attributes.get('data-src') ?? '';
  const script = URL.canParse(src, page.url.href) ? new URL(src, page.url) : null;
  const store = attributes.get('data-store') ?? '';
  if (script?.href.split(/[?#]/)[0] !== `${origin}/lk.js`) {
    const isProxied = script?.origin === page.url.origin && attributes.has('data-api');
    if (!isProxied) found.push({ code: 'wrong_address', ...(script ? { detail: script.host } : {}) });
  }
  if (store === '') found.push({ code: 'no_store' });
  else if (store !== slug)
    found.push({ code: 'wrong_store', ...(SLUG.test(store) ? { detail: store } : {}) });
  const { policies } = page;
  const nonce = attributes.get('nonce') ?? '';
  const api = attributes.get('data-api') || `${origin}/api/event`;
  if (script && !isAllowed(policies, { directive: 'script-src', url: script, page: page.url, nonce })) {
    found.push({ code: 'blocked_script' });
  } else if (
    URL.canParse(api, page.url.href) &&
    !isAllowed(policies, { directive: 'connect-src', url: new URL(api, page.url), page: page.url, nonce: '' })
  ) {
    found.push({ code: 'blocked_sending' });
  }
  if (isHeld) found.push({ code: 'held_for_consent' });
  if (found.length > 0) return found;
  return attributes.has('data-consent')
    ? [{ code: 'installed' }, { code: 'waits_for_consent' }]
    : [{ code: 'installed' }];
}

function missing(page: Inspected, scripts: readonly PageScript[]): Finding[] {
  const found: Finding[] = [{ code: 'missing' }];
  const mentions = (pattern: RegExp) =>
    scripts.some(({ attributes, code }) => pattern.test(attributes.get('src') ?? '') || pattern.test(code));
  if (/^\/password\/?$/.test(page.url.pathname)) found.push({ code: 'password_page' });
  if (mentions(/googletagmanager\.com\/gtm\.js/)) found.push({ code: 'maybe_in_tag_manager' });
  if (mentions(/cdn\.shopify\.com|Shopify\.shop/)) found.push({ code: 'maybe_in_pixel' });
  return found;
}

function otherTrackers(scripts: readonly PageScript[]): Finding[] {
  const names = OTHER_TRACKERS.filter(([, pattern]) =>
    scripts.some(({ attributes, code }) => pattern.test(attributes.get('src') ?? '') || pattern.test(code)),
  ).map(([name]) => name);
  return names.length === 0 ? [] : [{ code: 'other_trackers', detail: names.join(', ') }];
}
