import { env } from 'cloudflare:workers';
import { formTargets } from './form-targets.server.ts';
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
    answer,
    (response, effects) => {
      logRequest(request, response);
      return completeResponse(response, effects, {
        url: new URL(request.url),
        formTargets: () => formTargets(env),
        development: import.meta.env.DEV,
      });
    },
  );
}
