import type { z } from 'zod';
import type { AnswerOf, GivenTo, Operation } from './operation.ts';
import { type OperationId, OPERATIONS, type Operations } from './operations.ts';
import { addressOf } from './address.ts';
import { ApiError, problem } from './problem.ts';

export interface ClientOptions {
  /** Where the dashboard is: `https://app.layerkick.com`. */
  readonly origin: string;
  /** An API key or an access token; without one, `fetch` has to see to the credential. */
  readonly token?: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface CallOptions {
  /** Makes a write that is sent twice happen once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Returned<O extends Operation> = O['answer'] extends { readonly kind: 'stream' }
  ? ReadableStream<Uint8Array>
  : AnswerOf<O>;
type Arguments<O extends Operation> =
  Record<never, never> extends GivenTo<O>
    ? [given?: GivenTo<O>, options?: CallOptions]
    : [given: GivenTo<O>, options?: CallOptions];

/** Every operation of the API as a function. Each rejects with an {@link ApiError} where it is not done. */
export type ApiClient = {
  readonly [Id in OperationId]: (...args: Arguments<Operations[Id]>) => Promise<Returned<Operations[Id]>>;
};

export function apiClient(options: ClientOptions): ApiClient {
  const functions = Object.entries<Operation>(OPERATIONS).map(
    ([id, operation]) =>
      [id, (given: Given = {}, call: CallOptions = {}) => send(options, operation, given, call)] as const,
  );
  // Built from the record that the type is built from.
  return Object.fromEntries(functions) as unknown as ApiClient;
}

interface Given {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

async function send(
  { origin, token, fetch: ask = fetch }: ClientOptions,
  operation: Operation,
  given: Given,
  { idempotencyKey, signal }: CallOptions,
): Promise<unknown> {
  const headers: Record<string, string> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(given.body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
  const init: RequestInit = {
    method: operation.method,
    headers,
    ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    ...(signal && { signal }),
  };
  const response = await ask(addressOf(origin, operation, given), init).catch((cause: unknown) => {
    throw new ApiError({ code: 'unreachable', message: `${origin} does not answer` }, { cause });
  });
  if (!response.ok) throw await errorOf(response);
  if (operation.answer.kind === 'stream') return response.body ?? new ReadableStream();
  return read(response, operation.answer.schema);
}

async function read(response: Response, schema: z.ZodType): Promise<unknown> {
  try {
    return schema.parse(await response.json());
  } catch (cause) {
    const message = 'The answer is not as the API describes it';
    throw new ApiError({ code: 'unreadable', message, response }, { cause });
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    return new ApiError({ code: 'unreadable', message: `An answer of ${response.status}`, response });
  }
  const { code, title, detail } = parsed.data;
  const message = detail === undefined ? title : `${title}: ${detail}`;
  return new ApiError({ code, message, response, problem: parsed.data });
}
