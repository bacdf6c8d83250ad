import { type Cookies, parseCookies, type SetCookie } from '@layerkick/auth/cookie';
import type { Attempt } from '@layerkick/auth/resilience/resilient-fetch';
import { currentTrace, inTrace, type Trace, type TraceFacts } from './trace.server.ts';

/** What an answer gets in its headers beside what it says itself. */
export interface RequestEffects {
  readonly requestId: string;
  /** In order. */
  readonly setCookies: readonly string[];
  /** Whether the answer depends on who is asking. */
  readonly personal: boolean;
  /** Marks the scripts of this answer's page as ours; null where no page was rendered. */
  readonly nonce: string | null;
  /** Who may show this answer's page in a frame, as sources of a content security policy; nobody where empty. */
  readonly frameAncestors: readonly string[];
}

/**
 * What belongs to one request and is needed far away from where the request is held. It is the request's trace as well:
 * one thing to carry along, since carrying costs on every request.
 */
class RequestContext implements Trace, RequestEffects {
  readonly id: string = crypto.randomUUID();
  readonly startedAt: number = Date.now();
  readonly attempts: Attempt[] = [];
  readonly workosBudgetMs: number | null = null;
  workosSince: number | null = null;
  readonly facts: TraceFacts = {};
  readonly request: Request;
  /** Keeps work alive after the answer is sent, or after the browser has gone. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  personal = false;
  nonce: string | null = null;
  frameAncestors: readonly string[] = [];
  /** Whether a server function of ours began to run. */
  functionReached = false;
  #cookies: Cookies | undefined;
  /** What was worked out for this request, by who worked it out. */
  #once: Map<object, unknown> | undefined;
  /** Answers so far, by cookie name. */
  #setCookies: Map<string, string> | undefined;

  constructor(request: Request, waitUntil: (work: Promise<unknown>) => void) {
    this.request = request;
    this.waitUntil = waitUntil;
  }

  get requestId(): string {
    return this.id;
  }

  get cookies(): Cookies {
    return (this.#cookies ??= parseCookies(this.request.headers.get('Cookie')));
  }

  get setCookies(): readonly string[] {
    return this.#setCookies === undefined ? NO_COOKIES : [...this.#setCookies.values()];
  }

  once<T>(what: object, work: () => T): T {
    this.#once ??= new Map();
    // Under each key is only what its own work gave.
    if (this.#once.has(what)) return this.#once.get(what) as T;
    const done = work();
    this.#once.set(what, done);
    return done;
  }

  setCookie({ name, header }: SetCookie): void {
    this.#setCookies ??= new Map();
    // The last one said, last.
    this.#setCookies.delete(name);
    this.#setCookies.set(name, header);
  }
}

const NO_COOKIES: readonly string[] = [];

/** Runs `answer` as one request; `finish` gets what the request wants said in its response's headers. */
export function inRequestContext(
  request: Request,
  waitUntil: (work: Promise<unknown>) => void,
  answer: () => Response | Promise<Response>,
  finish: (response: Response, effects: RequestEffects) => Response,
): Promise<Response> {
  const context = new RequestContext(request, waitUntil);
  return inTrace(context, async () => finish(await answer(), context));
}

/** What Start puts on a browser's call of a server function. */
export const IS_CALL = 'x-tsr-serverfn';

/** @throws outside a request: a programming error. */
export function requestContext(): Readonly<Pick<RequestContext, 'request' | 'cookies' | 'waitUntil'>> {
  return current();
}

export { traceId as requestId } from './trace.server.ts';

/** Adds cookies to the answer, in order; a later one for the same cookie replaces an earlier one. */
export function answerWithCookies(cookies: readonly SetCookie[]): void {
  const context = current();
  for (const cookie of cookies) context.setCookie(cookie);
}

/** Does something once for the request being answered, however often it is asked for. @param what whose work it is */
export function oncePerRequest<T>(what: object, work: () => T): T {
  return current().once(what, work);
}

/** From here on the answer is about one person: no cache may keep it. */
export function answerIsPersonal(): void {
  current().personal = true;
}

/** The nonce of the page that this request is answered with: 128 bits, new for each. */
export function cspNonce(): string {
  const context = current();
  context.nonce ??= btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  return context.nonce;
}

/**
 * Lets other sites show this answer's page in a frame, as sources of a content security policy.
 *
 * @public for pages that a link allows to embed
 */
export function answerMayBeFramedBy(sources: readonly string[]): void {
  current().frameAncestors = sources;
}

/** A server function of ours runs from here on. */
export function functionReached(): void {
  current().functionReached = true;
}

export function wasFunctionReached(): boolean {
  return current().functionReached;
}

function current(): RequestContext {
  const trace = currentTrace();
  if (trace instanceof RequestContext) return trace;
  throw new Error('Not inside a request');
}
