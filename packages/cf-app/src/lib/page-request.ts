import { createIsomorphicFn } from '@tanstack/react-start';
import {
  organizationInRequest,
  pathInOrganization,
} from '#/features/organizations/organization-of-request.server.ts';
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
    const path = pathInOrganization(new URL(requestContext().request.url).pathname);
    const [, , route] = routes.getMatchedRoutes(path);
    if (route !== undefined) noteRoute(route.fullPath);
  })
  .client((_routes: Routes) => undefined);

/** What the addresses of pages begin with: `/org/acme` below an organization's, and else nothing. */
export const organizationPrefix = createIsomorphicFn()
  .server(() => organizationInRequest()?.prefix ?? '')
  .client(() => /^\/org\/[^/]+/.exec(location.pathname)?.[0] ?? '');

interface Rewrite {
  readonly input: (given: { url: URL }) => URL;
  readonly output: (given: { url: URL }) => URL;
}

/** Lets the router know its own paths below an organization's address. Start keeps `basepath` for itself. */
export function organizationRewrite(): { rewrite?: Rewrite } {
  const prefix = organizationPrefix();
  if (prefix === '') return {};
  return {
    rewrite: {
      input: ({ url }) => {
        if (`${url.pathname}/`.startsWith(`${prefix}/`))
          url.pathname = url.pathname.slice(prefix.length) || '/';
        return url;
      },
      output: ({ url }) => {
        url.pathname = prefix + url.pathname;
        return url;
      },
    },
  };
}
