import { AsyncLocalStorage } from 'node:async_hooks';
import { type Cookies, parseCookies, type SetCookie } from '@layerkick/auth/cookie';
import { inTrace, newTrace, traceId } from './trace.server.ts';

/** What belongs to one request and is needed far away from where the request is held. */
interface RequestContext {
  readonly request: Request;
  readonly cookies: Cookies;
  /** Keeps work alive after the answer is sent, or after the browser has gone. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Answers so far, by cookie name. */
  readonly setCookies: Map<string, string>;
  /** Whether the answer depends on who is asking. */
  personal: boolean;
  /** Whether a server function of ours began to run. */
  functionReached: boolean;
  /** Marks the scripts of this answer's page as ours. Made when a page is rendered. */
  nonce: string | null;
  /** Who may show this answer's page in a frame, as sources of a content security policy; nobody where left out. */
  frameAncestors: readonly string[];
}

const storage = new AsyncLocalStorage<RequestContext>();

export interface RequestEffects {
  readonly requestId: string;
  readonly setCookies: readonly string[];
  readonly personal: boolean;
  readonly nonce: string | null;
  readonly frameAncestors: readonly string[];
}

/** Runs `answer` as one request; `finish` gets what the request wants said in its response's headers. */
export async function inRequestContext(
  request: Request,
  waitUntil: (work: Promise<unknown>) => void,
  answer: () => Response | Promise<Response>,
  finish: (response: Response, effects: RequestEffects) => Response,
): Promise<Response> {
  const context: RequestContext = {
    request,
    cookies: parseCookies(request.headers.get('Cookie')),
    waitUntil,
    setCookies: new Map(),
    personal: false,
    functionReached: false,
    nonce: null,
    frameAncestors: [],
  };
  return inTrace(newTrace(crypto.randomUUID(), Date.now()), async () => {
    const response = await storage.run(context, async () => answer());
    return finish(response, {
      requestId: traceId(),
      setCookies: [...context.setCookies.values()],
      personal: context.personal,
      nonce: context.nonce,
      frameAncestors: context.frameAncestors,
    });
  });
}

/** @throws outside a request: a programming error. */
export function requestContext(): Readonly<
  Omit<RequestContext, 'setCookies' | 'personal' | 'functionReached' | 'nonce' | 'frameAncestors'>
> {
  return current();
}

export { traceId as requestId } from './trace.server.ts';

/** Adds cookies to the answer, in order; a later one for the same cookie replaces an earlier one. */
export function answerWithCookies(cookies: readonly SetCookie[]): void {
  const { setCookies } = current();
  for (const { name, header } of cookies) {
    setCookies.delete(name);
    setCookies.set(name, header);
  }
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
  const context = storage.getStore();
  if (context === undefined) throw new Error('Not inside a request');
  return context;
}
