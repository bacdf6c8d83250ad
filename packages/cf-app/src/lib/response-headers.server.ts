import { type Answer, JsonAnswer } from './json-answer.ts';
import type { RequestEffects } from './request-context.server.ts';
import { dataPolicy, pagePolicy, PERMISSIONS_POLICY } from './security-policy.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export interface Site {
  /** Of the request. */
  readonly url: string;
  /** Origins that a form's answer may lead to, beside our own. */
  readonly formTargets: () => readonly string[];
  /** Vite's development server, which writes scripts and styles into the page. */
  readonly development: boolean;
}

/** Completes an answer with what holds for every one of the Worker and with what its request asked for. */
export function completeResponse(answer: Answer, effects: RequestEffects, site: Site): Response {
  if (!(answer instanceof JsonAnswer)) return complete(answer, effects, site);
  const { setCookies, frameAncestors } = effects;
  if (setCookies.length > 0 || frameAncestors.length > 0) return complete(answer.toResponse(), effects, site);
  return completeAtOnce(answer, effects, site);
}

/**
 * Responses without a body, to make those of JSON answers from, by what their headers depend on; the request's id in each is
 * the next one's.
 */
const MADE_BEFORE = new WeakMap<JsonAnswer['headers'], Map<number, Response>>();

/** The same as {@link complete}, for answers whose headers were all there before but for the request's id. */
function completeAtOnce(answer: JsonAnswer, effects: RequestEffects, site: Site): Response {
  const { status, headers } = answer;
  let before = MADE_BEFORE.get(headers);
  if (before === undefined) MADE_BEFORE.set(headers, (before = new Map<number, Response>()));
  const kind = status * 4 + (site.url.startsWith('https:') ? 2 : 0) + (effects.personal ? 1 : 0);
  let made = before.get(kind);
  if (made === undefined) {
    made = new Response(null, complete(answer.toResponse(), effects, site));
    before.set(kind, made);
  }
  made.headers.set('X-Request-Id', effects.requestId);
  // A response has a copy of what it is made from.
  return new Response(answer.body, made);
}

function complete(response: Response, effects: RequestEffects, site: Site): Response {
  if (response.status === 101) return acceptedSocket(response, effects);

  const completed = withRequestId(response, effects.requestId);
  const { headers } = completed;
  secure(headers, effects, site);

  const { setCookies } = effects;
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  if (effects.personal || setCookies.length > 0) {
    // One's own browser may keep what it has to ask about each time, unless a cookie comes with it.
    const askedAgain = headers.get('Cache-Control') === 'private, no-cache';
    if (!askedAgain || setCookies.length > 0) headers.set('Cache-Control', 'private, no-store');
    headers.append('Vary', 'Cookie');
  }
  return completed;
}

/** Of an accepted WebSocket a browser heeds its cookies only: the session may have been renewed on the way. */
function acceptedSocket({ webSocket }: Response, { setCookies }: RequestEffects): Response {
  const headers = new Headers();
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 101, webSocket, headers });
}

/** A route that answers with a policy of its own keeps it. */
function secure(headers: Headers, { nonce, frameAncestors }: RequestEffects, site: Site): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (site.url.startsWith('https:')) {
    headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
  }
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (isPage) {
    headers.set('Permissions-Policy', PERMISSIONS_POLICY);
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  }
  if (headers.has('Content-Security-Policy')) return;
  headers.set('Content-Security-Policy', isPage ? ofPage() : dataPolicy(frameAncestors));

  function ofPage(): string {
    if (site.development) return "frame-ancestors 'none'";
    return pagePolicy({ nonce, frameAncestors, formTargets: site.formTargets() });
  }
}

/** Redirects and what other services answered come with headers that cannot be changed. */
function withRequestId(response: Response, requestId: string): Response {
  try {
    response.headers.set('X-Request-Id', requestId);
    return response;
  } catch {
    const changeable = new Response(response.body, response);
    changeable.headers.set('X-Request-Id', requestId);
    return changeable;
  }
}
