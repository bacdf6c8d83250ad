import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Authentication } from '@layerkick/auth/credentials/authentication';
import { mayWrite } from '@layerkick/auth/resilience/may-write';
import type { Operation } from '@layerkick/client/operation';
import type { Store } from '../../features/stores/store.schema.ts';
import { type Answer, asResponse, JsonAnswer } from '../../lib/json-answer.ts';
import type { CurrentRequest } from '../../lib/request-context.server.ts';
import { problemResponse } from '../problem.ts';
import { failedIn } from '../unanswered.ts';
import type { Call, Handler } from './call.ts';
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
  try {
    const who = await authenticate(request, current);
    if (who.kind !== 'authenticated') return challenge(who, env);
    const { auth } = who;

    const allowance = await countRequest(env, auth, operation, current);
    if (!allowance.allowed) return problemResponse(RATE_LIMITED, allowance.headers);
    const answer = alone
      ? answerKnown(asked, operation, handler, auth, clock())
      : current.within(() => answerKnown(asked, operation, handler, auth, clock()));
    return withHeaders(answer instanceof Promise ? await answer : answer, allowance.headers);
  } catch (cause) {
    return failedIn(current, cause);
  }
}

function withHeaders(answer: Answer, headers: Allowance['headers']): Answer {
  if (answer instanceof JsonAnswer) return new JsonAnswer(answer.status, answer.body, headers);
  for (const name in headers) answer.headers.set(name, headers[name] ?? '');
  return answer;
}

/** At once where nothing has to be waited for: what asks thousands of times asks for no more than that. */
function answerKnown<O extends Operation>(
  asked: OperationRequest,
  operation: O,
  handler: Handler<O>,
  auth: AuthContext,
  now: number,
): Answer | Promise<Answer> {
  const refused = refusalOf(operation, auth, asked.current);
  if (refused !== null) return refused;
  if (operation.write || operation.body !== undefined || operation.store !== undefined) {
    return answerInFull(asked, operation, handler, auth, now);
  }
  const read = readFields(asked, operation);
  if (!read.ok) return read.response;
  const { request, env, url } = asked;
  const outcome = handler(callOf<O>({ input: read.value, auth, store: null, env, now, url }));
  return outcome instanceof Promise
    ? outcome.then((later) => respond(request, operation, later))
    : respond(request, operation, outcome);
}

/** Why somebody who is known may not do this; null where they may. */
function refusalOf(operation: Operation, auth: AuthContext, current: CurrentRequest): Response | null {
  if (operation.write && !mayChange(auth, current)) return problemResponse(ORIGIN_FORBIDDEN);
  if (auth.outside === true) return problemResponse(ORGANIZATION_FORBIDDEN);
  const { permission } = operation;
  if (permission !== 'any' && !auth.permissions.has(permission)) {
    return problemResponse({ ...PERMISSION_MISSING, detail: `It takes the permission ${permission}.` });
  }
  const writing = operation.write && operation.evenDegraded !== true ? mayWrite(auth) : null;
  return writing?.ok === false ? problemResponse(readOnly(writing), READ_ONLY_HEADERS) : null;
}

async function answerInFull<O extends Operation>(
  asked: OperationRequest,
  operation: O,
  handler: Handler<O>,
  auth: AuthContext,
  now: number,
): Promise<Answer> {
  const { request, env, current, url } = asked;
  const read = await readInput(asked, operation);
  if (!read.ok) return read.response;
  const input = read.value;
  const store = operation.store === undefined ? null : await storeFor(operation.store, input, auth, env.DB);
  if (store === null && operation.store !== undefined) return problemResponse(STORE_FORBIDDEN);

  const call = callOf<O>({ input, auth, store, env, now, url });
  if (!operation.write) return respond(request, operation, await handler(call));
  const key = request.headers.get('idempotency-key');
  const fingerprinted = [operation.method, operation.path, input];
  const principal = `${auth.principal.kind}:${auth.principal.id}`;
  const { waitUntil } = current;
  return runOnce({ db: env.DB, now, waitUntil, key, principal, asked: fingerprinted }, async () =>
    asResponse(await respond(request, operation, await handler(call))),
  );
}

/** A store is there exactly where the operation declares one, which whoever makes a call has made sure of. */
function callOf<O extends Operation>(
  call: Omit<Call<O>, 'store'> & { readonly store: Store | null },
): Parameters<Handler<O>>[0] {
  return call as Parameters<Handler<O>>[0];
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
