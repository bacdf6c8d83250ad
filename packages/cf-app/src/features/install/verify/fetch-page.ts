import { type AddressProblem, type AddressRules, shopAddress } from './shop-address.ts';

export type FetchProblem =
  | AddressProblem
  | 'unreachable'
  | 'too_slow'
  | 'too_many_redirects'
  | 'redirected_elsewhere'
  | 'refused'
  | 'not_a_page';

export type FetchedPage =
  | {
      readonly ok: true;
      /** Where the redirects ended. */
      readonly url: URL;
      readonly html: string;
      /** The policies that the page came with. */
      readonly policies: readonly string[];
    }
  | { readonly ok: false; readonly code: FetchProblem; readonly status?: number };

const MAX_REDIRECTS = 5;
const MAX_BYTES = 1_000_000;
const MAX_MS = 8_000;

export interface Fetching extends AddressRules {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** All of it together; eight seconds where left out. */
  readonly milliseconds?: number;
}

/**
 * A page of a shop, fetched without anything that says who asks. Each redirect is looked at like the address itself; of a page only
 * its beginning is read, and what is no page is not read at all. Does not throw.
 */
export async function fetchPage(address: string, fetching: Fetching): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(fetching.milliseconds ?? MAX_MS);
  try {
    return await follow(address, fetching, signal);
  } catch {
    return { ok: false, code: signal.aborted ? 'too_slow' : 'unreachable' };
  }
}

async function follow(address: string, fetching: Fetching, signal: AbortSignal): Promise<FetchedPage> {
  let next = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const checked = shopAddress(next, fetching);
    if (!checked.ok) {
      const left = redirects > 0 && checked.code === 'not_own_domain';
      return left ? { ok: false, code: 'redirected_elsewhere' } : checked;
    }
    // oxlint-disable-next-line no-await-in-loop -- each answer says where to go next
    const response = await fetching.fetch(checked.url.href, {
      redirect: 'manual',
      credentials: 'omit',
      signal,
      headers: { accept: 'text/html', 'user-agent': 'LayerKick-Verify/1' },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      // oxlint-disable-next-line no-await-in-loop -- the last one
      return await read(response, checked.url, signal);
    }
    // oxlint-disable-next-line no-await-in-loop -- what a redirect has to say is where it leads
    await response.body?.cancel();
    if (!URL.canParse(location, checked.url.href)) return { ok: false, code: 'unreadable' };
    next = new URL(location, checked.url).href;
  }
  return { ok: false, code: 'too_many_redirects' };
}

async function read(response: Response, url: URL, signal: AbortSignal): Promise<FetchedPage> {
  if (!response.ok) {
    await response.body?.cancel();
    return { ok: false, code: 'refused', status: response.status };
  }
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    return { ok: false, code: 'not_a_page' };
  }
  const policy = response.headers.get('content-security-policy');
  const html = await beginningOf(response, signal);
  return { ok: true, url, html, policies: policy === null ? [] : policy.split(',') };
}

async function beginningOf(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let html = '';
  for (let bytes = 0; bytes < MAX_BYTES;) {
    signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    const { done, value } = await reader.read();
    if (done) return html;
    bytes += value.byteLength;
    html += decoder.decode(value.subarray(0, value.byteLength - Math.max(bytes - MAX_BYTES, 0)), {
      stream: true,
    });
  }
  await reader.cancel();
  return html;
}
