import type { Operation } from '@layerkick/client/operation';
import { type Answer, JsonAnswer } from '../../lib/json-answer.ts';
import { problemResponse } from '../problem.ts';
import type { JsonOutcome, OutcomeWith } from './call.ts';
import { etagOf, isKnown } from './etag.ts';

/** An outcome as the answer that the operation declares. */
export function respond(
  request: Request,
  operation: Operation,
  outcome: OutcomeWith<unknown>,
): Answer | Promise<Response> {
  switch (outcome.kind) {
    case 'problem':
      return problemResponse(outcome.problem, outcome.headers);
    case 'stream':
      return new Response(outcome.body, {
        headers: {
          'content-type': outcome.mediaType,
          'content-disposition': `attachment; filename="${outcome.fileName}"`,
          'cache-control': 'no-store',
        },
      });
    case 'json':
      return json(request, operation, outcome);
  }
}

function json(
  request: Request,
  { answer: { status } }: Operation,
  outcome: JsonOutcome<unknown>,
): Answer | Promise<Response> {
  const { body, headers } = outcome;
  if (outcome.validator !== undefined) return unlessKnown(request, status, outcome);
  const answer = new JsonAnswer(status, outcome.written ?? JSON.stringify(body), headers);
  // Those of one answer alone would be kept for the next ones.
  return headers === undefined ? answer : answer.toResponse();
}

async function unlessKnown(
  request: Request,
  status: number,
  { body, headers, validator }: JsonOutcome<unknown>,
): Promise<Response> {
  const etag = await etagOf(validator);
  const kept = { ...headers, etag, 'cache-control': 'private, no-cache', vary: 'Authorization, X-API-Key' };
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: kept });
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...kept },
  });
}
