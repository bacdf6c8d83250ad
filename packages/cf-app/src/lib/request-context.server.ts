import { type Cookies, parseCookies, type SetCookie } from '@layerkick/auth/cookie';
import type { Attempt } from '@layerkick/auth/resilience/resilient-fetch';
import type { Log, LogFields } from '@layerkick/auth/log';
import { log } from './log.server.ts';
import { currentTrace, inTrace, noFacts, type Trace } from './trace.server.ts';

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
class RequestContext implements Trace, RequestEffects, Log {
  readonly id: string = crypto.randomUUID();
  readonly startedAt: number = Date.now();
  readonly attempts: Attempt[] = [];
  readonly workosBudgetMs: number | null = null;
  workosSince: number | null = null;
  readonly facts = noFacts();
  readonly request: Request;
  /** Of the request; each look at the runtime's own costs a copy. */
  readonly url: string;
  readonly method: string;
  /** Keeps work alive after the answer is sent, or after the browser has gone. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** From here on the answer is about one person: no cache may keep it. */
  personal = false;
  nonce: string | null = null;
  frameAncestors: readonly string[] = [];
  /** Whether a server function of ours began to run. */
  functionReached = false;
  #cookies: Cookies | undefined;
  /** What was worked out for this request, the last first: there are two or three, for which a map takes longer. */
  #done: Done | undefined;
  /** Answers so far, by cookie name. */
  #setCookies: Map<string, string> | undefined;

  constructor(request: Request, waitUntil: (work: Promise<unknown>) => void) {
    this.request = request;
    this.url = request.url;
    this.method = request.method;
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

  /** Does something once, however often it is asked for. @param what whose work it is */
  once<T>(what: object, work: () => T): T {
    for (let done = this.#done; done !== undefined; done = done.before) {
      // For each key there is only what its own work gave.
      if (done.what === what) return done.value as T;
    }
    const value = work();
    this.#done = { what, value, before: this.#done };
    return value;
  }

  /** Does what finds its request by itself (`requestContext`, `log`), as does whatever is not handed it. */
  within<T>(work: () => T): T {
    return inTrace(this, work);
  }

  warn(event: string, fields?: LogFields): void {
    log.warn(event, fields, this.id);
  }

  error(event: string, fields?: LogFields): void {
    log.error(event, fields, this.id);
  }

  setCookie({ name, header }: SetCookie): void {
    this.#setCookies ??= new Map();
    // The last one said, last.
    this.#setCookies.delete(name);
    this.#setCookies.set(name, header);
  }
}

interface Done {
  readonly what: object;
  readonly value: unknown;
  readonly before: Done | undefined;
}

const NO_COOKIES: readonly string[] = [];

/** A request that begins to be answered. */
export function beginRequest(
  request: Request,
  waitUntil: (work: Promise<unknown>) => void,
): CurrentRequest & RequestEffects & Trace {
  return new RequestContext(request, waitUntil);
}

/** What Start puts on a browser's call of a server function. */
export const IS_CALL = 'x-tsr-serverfn';

/** What may be asked of the request being answered. Whoever asks for several things of it finds it once. */
export type CurrentRequest = Readonly<
  Pick<
    RequestContext,
    'request' | 'url' | 'method' | 'cookies' | 'waitUntil' | 'facts' | 'once' | 'within' | 'setCookie'
  >
> &
  Pick<RequestContext, 'personal'> &
  Log;

/** @throws outside a request: a programming error. */
export function requestContext(): CurrentRequest {
  return current();
}

export { traceId as requestId } from './trace.server.ts';

/** Adds cookies to the answer, in order; a later one for the same cookie replaces an earlier one. */
export function answerWithCookies(cookies: readonly SetCookie[]): void {
  const context = current();
  for (const cookie of cookies) context.setCookie(cookie);
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
