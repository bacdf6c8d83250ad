import type { Operation } from '@layerkick/client/operation';
import { problemResponse } from '../problem.ts';
import type { JsonOutcome, OutcomeWith } from './call.ts';
import { etagOf, isKnown } from './etag.ts';

/** An outcome as the response that the operation declares. */
export function respond(
  request: Request,
  operation: Operation,
  outcome: OutcomeWith<unknown>,
): Response | Promise<Response> {
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

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

function json(
  request: Request,
  { answer: { status } }: Operation,
  outcome: JsonOutcome<unknown>,
): Response | Promise<Response> {
  const { body, headers } = outcome;
  if (outcome.validator !== undefined) return unlessKnown(request, status, outcome);
  return new Response(JSON.stringify(body), {
    status,
    headers: headers === undefined ? JSON_HEADERS : { ...headers, ...JSON_HEADERS },
  });
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
  return new Response(JSON.stringify(body), { status, headers: { ...JSON_HEADERS, ...kept } });
}
