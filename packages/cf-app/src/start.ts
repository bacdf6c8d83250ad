import { createCsrfMiddleware, createMiddleware, createStart } from '@tanstack/react-start';
import { refusalOf } from './features/auth/function-gate.server.ts';
import { statusOfPage } from './features/auth/page-gate.server.ts';
import { resolveSessionEarly } from './features/auth/resolve-early.server.ts';
import { pathInOrganization } from './features/organizations/organization-of-request.server.ts';
import { callFunction } from './lib/call-function.ts';
import { blamingCaller, publicErrorOf } from './lib/public-error.server.ts';
import { functionReached } from './lib/request-context.server.ts';
import { noteRoute } from './lib/trace.server.ts';

// Server functions are called by our own pages only. Must be listed: naming any middleware drops Start's own check.
const csrf = createCsrfMiddleware({ filter: ({ handlerType }) => handlerType === 'serverFn' });

const calls = createMiddleware().server(({ next, handlerType }) =>
  handlerType === 'serverFn' ? blamingCaller(async () => (await next()).response) : next(),
);

// A session is renewed before anything is rendered: once the first byte is out, its new cookie could not be set.
const session = createMiddleware().server(async ({ next, pathname, handlerType }) => {
  const path = pathInOrganization(pathname);
  await resolveSessionEarly(path);
  if (handlerType === 'router') await statusOfPage(path);
  return next();
});

// What a server function throws would reach the browser word by word.
const errors = createMiddleware({ type: 'function' }).server(async ({ next, serverFnMeta }) => {
  functionReached();
  noteRoute(`server function ${serverFnMeta.name}`);
  try {
    return await next();
  } catch (error) {
    throw publicErrorOf(error);
  }
});

// Whatever a function declares that it takes is asked for before it runs. What is missing is an answer, not an error.
const gate = createMiddleware({ type: 'function' }).server(async ({ next, serverFnMeta, data }) => {
  const refusal = await refusalOf(serverFnMeta, data);
  if (refusal === null) return next();
  // Start takes what a middleware answers instead of going on for the function's answer; its types know only `next`.
  return { result: refusal } as never;
});

export const startInstance = createStart(() => ({
  requestMiddleware: [csrf, calls, session],
  functionMiddleware: [errors, gate],
  serverFns: { fetch: callFunction },
}));
