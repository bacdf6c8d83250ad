import type { Calls } from '@layerkick/workos-local/calls';
import type { Faults } from '@layerkick/workos-local/faults';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** Counts each call and lets the fault in force for it happen, as the local WorkOS does. */
export function faultyAnswers(calls: Calls, faults: Faults) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const { method, path } = context;
    calls.add(`${method} ${path}`);
    const fault = faults.take({ method, path, grant: null });
    if (fault === null) return next();
    if (fault.drop) {
      context.respond = false;
      context.req.socket.destroy();
      return;
    }
    context.status = fault.status ?? (fault.html ? 502 : 500);
    context.set(fault.headers ?? {});
    context.body = fault.html ? '<html><body><h1>Bad Gateway</h1></body></html>' : (fault.body ?? {});
  };
}
