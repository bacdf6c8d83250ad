import type { Operation } from '@layerkick/client/operation';
import { problemResponse } from '../problem.ts';
import type { JsonOutcome, OutcomeWith } from './call.ts';
import { etagOf, isKnown } from './etag.ts';

/** An outcome as the response that the operation declares. */
export async function respond(
  request: Request,
  operation: Operation,
  outcome: OutcomeWith<unknown>,
): Promise<Response> {
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

async function json(
  request: Request,
  { answer }: Operation,
  outcome: JsonOutcome<unknown>,
): Promise<Response> {
  const headers = new Headers(outcome.headers);
  headers.set('cache-control', 'no-store');
  if (outcome.validator !== undefined) {
    const etag = await etagOf(outcome.validator);
    headers.set('etag', etag);
    headers.set('cache-control', 'private, no-cache');
    headers.set('vary', 'Authorization, X-API-Key');
    if (isKnown(request.headers.get('if-none-match'), etag)) {
      return new Response(null, { status: 304, headers });
    }
  }
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(outcome.body), { status: answer.status, headers });
}
