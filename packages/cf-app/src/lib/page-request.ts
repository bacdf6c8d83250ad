import { createIsomorphicFn } from '@tanstack/react-start';
import { cspNonce, requestContext } from './request-context.server.ts';
import { noteRoute } from './trace.server.ts';

interface PageOptions {
  readonly ssr?: { readonly nonce: string };
}

/** What the router puts on each script of a page. In the browser it finds the nonce in the page by itself. */
export const pageOptions = createIsomorphicFn()
  .server((): PageOptions => ({ ssr: { nonce: cspNonce() } }))
  .client((): PageOptions => ({}));

interface Routes {
  readonly getMatchedRoutes: (
    pathname: string,
  ) => readonly [unknown, unknown, { readonly fullPath: string } | undefined];
}

/** For the log: which route the request is for. */
export const notePage = createIsomorphicFn()
  .server((routes: Routes) => {
    const [, , route] = routes.getMatchedRoutes(new URL(requestContext().request.url).pathname);
    if (route !== undefined) noteRoute(route.fullPath);
  })
  .client((_routes: Routes) => undefined);
