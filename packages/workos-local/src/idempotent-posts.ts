import type { MiddlewareHandler } from 'hono';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Answers a `POST` with an `Idempotency-Key` that was answered before as it was then, and does nothing again. */
export function idempotentPosts(): MiddlewareHandler {
  const answers = new Map<string, Answer>();
  return async (context, next) => {
    const given = context.req.header('idempotency-key');
    if (context.req.method !== 'POST' || given === undefined) return next();
    const key = `${context.req.path} ${given}`;
    const known = answers.get(key);
    if (known !== undefined) return answer(known);
    await next();
    if (context.res.ok)
      answers.set(key, { status: context.res.status, body: await context.res.clone().text() });
    return undefined;
  };
}

function answer({ status, body }: Answer): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}
