import { type Answer, asResponse } from '../../lib/json-answer.ts';
import type { CurrentRequest } from '../../lib/request-context.server.ts';
import { problemResponse } from '../problem.ts';
import { failedIn } from '../unanswered.ts';
import { answerOperation, type ApiParts } from './answer-operation.ts';
import { BASE, findOperation } from './find-operation.ts';
import type { OperationRequest } from './read-input.ts';

/** `/api/v1`: every operation that is declared, bound to the handler of its name. */
export interface ApiV1 {
  readonly fetch: (request: Request, env: Env, current: CurrentRequest) => Promise<Answer>;
}

type Otherwise = (request: Request, env: Env) => Response | Promise<Response>;

/**
 * Operations are found without the router that the rest of the API has: who asks for an operation asks thousands of
 * times, and what is around it costs more than most of what it does (docs/benchmarks.md, Auth).
 *
 * @param otherwise answers at every other address below
 */
export function apiV1(parts: ApiParts, otherwise: Otherwise): ApiV1 {
  return {
    fetch(request, env, current) {
      const answer = answerAt({ request, env, current }, parts, otherwise);
      return current.method === 'HEAD' ? answer.then(withoutBody) : answer;
    },
  };
}

function answerAt(
  { request, env, current }: Pick<OperationRequest, 'request' | 'env' | 'current'>,
  parts: ApiParts,
  otherwise: Otherwise,
): Promise<Answer> {
  const { method } = current;
  // Below an organization's path it is asked at another address than the Worker was.
  const { url } = request === current.request ? current : request;
  const { path, query } = addressOf(url);
  const found = findOperation(method, path);
  switch (found.kind) {
    case 'operation': {
      const { bound, params } = found;
      current.facts.route ??= bound.route;
      return answerOperation({ request, env, current, url, params, query }, bound, parts);
    }
    case 'other-method':
      return Promise.resolve(methodRefused(found.allowed));
    case 'nothing':
      return current
        .within(async () => otherwise(request, env))
        .catch((cause: unknown) => failedIn(current, cause));
  }
}

function withoutBody(answer: Answer): Response {
  return new Response(null, asResponse(answer));
}

/** The part of an address below the API, and its query; cheaper than a `URL`, which nothing else needs. */
function addressOf(url: string): { readonly path: string; readonly query: string } {
  const from = url.indexOf('/', url.indexOf('//') + 2) + BASE.length;
  const mark = url.indexOf('?', from);
  return mark < 0
    ? { path: url.slice(from), query: '' }
    : { path: url.slice(from, mark), query: url.slice(mark + 1) };
}

function methodRefused(methods: readonly string[]): Response {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return problemResponse(
    { status: 405, code: 'method_not_allowed', title: `This address knows ${allow}` },
    { allow },
  );
}
