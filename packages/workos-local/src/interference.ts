import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Calls } from './calls.ts';
import { replaces, type Call, type Fault, type Faults } from './faults.ts';

type Bindings = { Bindings: HttpBindings };

/** Counts each call by its name in `calls` and lets the fault in force for it happen. */
export function interference(calls: Calls, faults: Faults): MiddlewareHandler<Bindings> {
  return async (context, next) => {
    const call = await callOf(context);
    calls.add([call.method, call.path, call.grant].filter(Boolean).join(' '));
    const fault = faults.take(call);
    if (!fault) return next();
    if (fault.delayMs !== undefined) await wait(fault.delayMs);
    if (!replaces(fault)) return next();
    if (fault.afterEffect) await next();
    context.res = undefined;
    context.res = faultyAnswer(context, fault);
  };
}

async function callOf(context: Context<Bindings>): Promise<Call> {
  const { method, path } = context.req;
  const isGrant = method === 'POST' && path === '/user_management/authenticate';
  // A copy is read: the endpoint reads the body itself.
  const body: unknown = isGrant
    ? await context.req.raw
        .clone()
        .json()
        .catch(() => null)
    : null;
  const grant = typeof body === 'object' && body !== null && 'grant_type' in body ? body.grant_type : null;
  return { method, path, grant: typeof grant === 'string' ? grant : null };
}

function faultyAnswer(context: Context<Bindings>, fault: Fault): Response {
  if (fault.drop) {
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (fault.html) {
    return new Response('<html><body><h1>Bad Gateway</h1></body></html>', {
      status: fault.status ?? 502,
      headers: { 'content-type': 'text/html', ...fault.headers },
    });
  }
  const body = fault.body ?? { message: 'This answer is a fault set on purpose.' };
  return Response.json(body, { status: fault.status ?? 500, headers: fault.headers ?? {} });
}
