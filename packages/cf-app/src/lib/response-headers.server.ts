import type { RequestEffects } from './request-context.server.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Completes a response with what holds for every answer of the Worker and with what its request asked for. */
export function completeResponse(response: Response, effects: RequestEffects, url: URL): Response {
  // An accepted WebSocket has no headers to add to.
  if (response.status === 101) return response;

  const completed = withChangeableHeaders(response);
  const { headers } = completed;
  headers.set('X-Request-Id', effects.requestId);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "frame-ancestors 'none'");
  }
  if (url.protocol === 'https:') headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);

  for (const cookie of effects.setCookies) headers.append('Set-Cookie', cookie);
  if (effects.personal || effects.setCookies.length > 0) {
    headers.set('Cache-Control', 'private, no-store');
    headers.append('Vary', 'Cookie');
  }
  return completed;
}

/** Redirects and what other services answered come with headers that cannot be changed. */
function withChangeableHeaders(response: Response): Response {
  try {
    response.headers.set('X-Request-Id', '');
    return response;
  } catch {
    return new Response(response.body, response);
  }
}
