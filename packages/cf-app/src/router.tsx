import { createRouter } from '@tanstack/react-router';
import { notePage, pageOptions } from './lib/page-request.ts';
import { routeTree } from './routeTree.gen';

export function getRouter() {
  const router = createRouter({
    routeTree,
    // Every page here asks who is looking and reads figures: not something to do for a passing pointer.
    defaultPreload: false,
    defaultPendingMs: 150,
    scrollRestoration: true,
    ...pageOptions(),
  });
  notePage(router);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof getRouter>;
  }
}
