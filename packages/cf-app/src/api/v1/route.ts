import type { Operation } from '@layerkick/client/operation';
import { type OperationId, OPERATIONS } from '@layerkick/client/operations';
import { Hono } from 'hono';
import { notingRoute } from '../noting-route.ts';
import { problemResponse } from '../problem.ts';
import { failed, notFound } from '../unanswered.ts';
import { answerOperation, type ApiParts } from './answer-operation.ts';
import type { Handler } from './call.ts';
import { HANDLERS } from './handlers.ts';
import { openApi } from './openapi/route.ts';

/** `/api/v1`: every operation that is declared, bound to the handler of its name. */
export function apiV1(parts: ApiParts): Hono<{ Bindings: Env }> {
  const v1 = new Hono<{ Bindings: Env }>().basePath('/api/v1');
  v1.use(notingRoute);
  const methods = new Map<string, string[]>();
  for (const [id, operation] of Object.entries(OPERATIONS) as [OperationId, Operation][]) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    // `HANDLERS` pairs each operation with its own handler; the loop cannot know which it is at.
    const handler = HANDLERS[id] as unknown as Handler<Operation>;
    v1.on(operation.method, path, (c) => answerOperation(c, operation, handler, parts));
    methods.set(path, [...(methods.get(path) ?? []), operation.method]);
  }
  for (const [path, allowed] of methods) v1.all(path, () => methodRefused(allowed));
  v1.route('/', openApi);
  v1.notFound(notFound);
  v1.onError(failed);
  return v1;
}

function methodRefused(methods: readonly string[]): Response {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return problemResponse(
    { status: 405, code: 'method_not_allowed', title: `This address knows ${allow}` },
    { allow },
  );
}
