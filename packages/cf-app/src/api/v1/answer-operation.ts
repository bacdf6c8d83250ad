import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Authentication } from '@layerkick/auth/credentials/authentication';
import { mayWrite } from '@layerkick/auth/resilience/may-write';
import type { Operation } from '@layerkick/client/operation';
import type { Store } from '../../features/stores/store.schema.ts';
import { type Answer, asResponse, JsonAnswer } from '../../lib/json-answer.ts';
import type { CurrentRequest } from '../../lib/request-context.server.ts';
import { problemResponse } from '../problem.ts';
import type { Handler } from './call.ts';
import type { BoundOperation } from './find-operation.ts';
import { challenge } from './challenge.ts';
import { mayChange } from './from-own-pages.ts';
import {
  ORGANIZATION_FORBIDDEN,
  ORIGIN_FORBIDDEN,
  PERMISSION_MISSING,
  RATE_LIMITED,
  READ_ONLY_HEADERS,
  readOnly,
  STORE_FORBIDDEN,
} from './problems.ts';
import { type Allowance, countRequest } from './rate-limit.ts';
import { type OperationRequest, readFields, readInput } from './read-input.ts';
import { respond } from './respond.ts';
import { runOnce } from './run-once.ts';
import { visibleStore } from './visible-store.ts';

export interface ApiParts {
  readonly authenticate: (request: Request, current: CurrentRequest) => Promise<Authentication>;
  /** Epoch ms. */
  readonly clock: () => number;
}

/**
 * One request to one operation, in this order: who is it, how often did they ask, may they change anything from there,
 * may they do this, is the question well formed, may they see that store. Only then the operation's own work.
 */
export async function answerOperation(
  asked: OperationRequest,
  { operation, handler, alone }: BoundOperation,
  { authenticate, clock }: ApiParts,
): Promise<Answer> {
  const { request, env, current } = asked;
  const who = await authenticate(request, current);
  if (who.kind !== 'authenticated') return challenge(who, env);
  const { auth } = who;

  const allowance = await countRequest(env, auth, operation, current);
  if (!allowance.allowed) return problemResponse(RATE_LIMITED, allowance.headers);
  const answer = alone
    ? await answerKnown(asked, operation, handler, auth, clock())
    : await current.within(() => answerKnown(asked, operation, handler, auth, clock()));
  return withHeaders(answer, allowance.headers);
}

function withHeaders(answer: Answer, headers: Allowance['headers']): Answer {
  if (answer instanceof JsonAnswer) return new JsonAnswer(answer.status, answer.body, headers);
  for (const name in headers) answer.headers.set(name, headers[name] ?? '');
  return answer;
}

async function answerKnown<O extends Operation>(
  asked: OperationRequest,
  operation: O,
  handler: Handler<O>,
  auth: AuthContext,
  now: number,
): Promise<Answer> {
  const { request, env, current, url } = asked;
  if (operation.write && !mayChange(auth, current)) {
    return problemResponse(ORIGIN_FORBIDDEN);
  }
  if (auth.outside === true) return problemResponse(ORGANIZATION_FORBIDDEN);
  const { permission } = operation;
  if (permission !== 'any' && !auth.permissions.has(permission)) {
    return problemResponse({ ...PERMISSION_MISSING, detail: `It takes the permission ${permission}.` });
  }
  const writing = operation.write && operation.evenDegraded !== true ? mayWrite(auth) : null;
  if (writing?.ok === false) return problemResponse(readOnly(writing), READ_ONLY_HEADERS);
  const read =
    operation.body === undefined ? readFields(asked, operation) : await readInput(asked, operation);
  if (!read.ok) return read.response;
  const input = read.value;
  const store = operation.store === undefined ? null : await storeFor(operation.store, input, auth, env.DB);
  if (store === null && operation.store !== undefined) return problemResponse(STORE_FORBIDDEN);

  // A store is there exactly where the operation declares one, as just made sure.
  const call = { input, auth, store, env, now, url } as Parameters<Handler<O>>[0];
  if (!operation.write) return respond(request, operation, await handler(call));
  const key = request.headers.get('idempotency-key');
  const fingerprinted = [operation.method, operation.path, input];
  const principal = `${auth.principal.kind}:${auth.principal.id}`;
  const { waitUntil } = current;
  return runOnce({ db: env.DB, now, waitUntil, key, principal, asked: fingerprinted }, async () =>
    asResponse(await respond(request, operation, await handler(call))),
  );
}

async function storeFor(
  named: NonNullable<Operation['store']>,
  input: unknown,
  auth: AuthContext,
  db: D1Database,
): Promise<Store | null> {
  const [part, field] = named.split('.');
  const slug = valueAt(valueAt(input, part), field);
  return typeof slug === 'string' ? visibleStore(db, auth, slug) : null;
}

function valueAt(value: unknown, key: string | undefined): unknown {
  return typeof value === 'object' && value !== null && key !== undefined
    ? Reflect.get(value, key)
    : undefined;
}
