/**
 * Whether a request may end the session it carries: only one that this site or the person began.
 *
 * Browsers say so in `Sec-Fetch-Site`; `Origin`, then `Referer`, stand in for it in old ones. A request with none of
 * them comes from no web page. Prefetching and prerendering look like the person's own doing and are neither.
 */
export function maySignOut(headers: Headers, appOrigin: string): boolean {
  if (/prefetch|prerender/.test(headers.get('Sec-Purpose') ?? headers.get('Purpose') ?? '')) return false;

  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('Origin');
  if (origin !== null) return origin === appOrigin;
  const referer = headers.get('Referer');
  return referer === null || (URL.canParse(referer) && new URL(referer).origin === appOrigin);
}
