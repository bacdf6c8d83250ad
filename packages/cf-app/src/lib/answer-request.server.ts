import { env } from 'cloudflare:workers';
import { formTargets } from './form-targets.server.ts';
import { log } from './log.server.ts';
import { inRequestContext } from './request-context.server.ts';
import { logRequest } from './request-log.server.ts';
import { completeResponse } from './response-headers.server.ts';

/** Answers one request of the Worker: gives it an id and a place for its cookies, and its answer the headers. */
export function answerRequest(
  request: Request,
  ctx: ExecutionContext,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  return inRequestContext(
    request,
    (work) => ctx.waitUntil(work),
    () => orAnError(answer),
    (response, effects) => {
      logRequest(request, response);
      return completeResponse(response, effects, {
        url: request.url,
        formTargets: () => formTargets(env),
        development: import.meta.env.DEV,
      });
    },
  );
}

/** What nobody expected, not even Start or Hono: the browser gets the id under which the log has the cause. */
async function orAnError(answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (cause) {
    const stack = cause instanceof Error ? (cause.stack ?? '') : '';
    log.error('request_failed', { cause: String(cause), stack });
    const { failedDocument } = await import('./failed-document.server.ts');
    return new Response(await failedDocument(), {
      status: 500,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  }
}
