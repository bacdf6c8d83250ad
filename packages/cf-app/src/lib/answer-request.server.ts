import { env } from 'cloudflare:workers';
import { formTargets } from './form-targets.server.ts';
import type { Answer } from './json-answer.ts';
import { log } from './log.server.ts';
import { beginRequest, type CurrentRequest } from './request-context.server.ts';
import { logRequest } from './request-log.server.ts';
import { completeResponse } from './response-headers.server.ts';

/**
 * Answers one request of the Worker: gives it an id and a place for its cookies, and its answer the headers.
 *
 * @param answer is handed the request. What is not, and looks for it, is done within it (`CurrentRequest.within`).
 */
export async function answerRequest(
  request: Request,
  ctx: ExecutionContext,
  answer: (current: CurrentRequest) => Answer | Promise<Answer>,
): Promise<Response> {
  const current = beginRequest(request, (work) => ctx.waitUntil(work));
  let answered: Answer;
  try {
    answered = await answer(current);
  } catch (cause) {
    answered = await current.within(() => errorDocument(cause));
  }
  logRequest(current, current.method, current.url, answered.status);
  return completeResponse(answered, current, {
    url: current.url,
    formTargets: () => formTargets(env, current),
    development: import.meta.env.DEV,
  });
}

/** What nobody expected, not even Start or Hono: the browser gets the id under which the log has the cause. */
async function errorDocument(cause: unknown): Promise<Response> {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  log.error('request_failed', { cause: String(cause), stack });
  const { failedDocument } = await import('./failed-document.server.ts');
  return new Response(await failedDocument(), {
    status: 500,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
