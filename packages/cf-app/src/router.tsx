import { createRouter } from '@tanstack/react-router';
import { readLanguage } from './features/i18n/language.ts';
import { loadTranslation } from './features/i18n/load-translation.ts';
import { TranslationContext } from './features/i18n/use-t.ts';
import { notePage, organizationRewrite, pageOptions } from './lib/page-request.ts';
import { routeTree } from './routeTree.gen';

export async function getRouter() {
  const t = await loadTranslation(readLanguage());
  const router = createRouter({
    routeTree,
    context: { t },
    Wrap: ({ children }) => <TranslationContext value={t}>{children}</TranslationContext>,
    // Every page here asks who is looking and reads figures: not something to do for a passing pointer.
    defaultPreload: false,
    defaultPendingMs: 150,
    scrollRestoration: true,
    ...organizationRewrite(),
    ...pageOptions(),
  });
  notePage(router);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Awaited<ReturnType<typeof getRouter>>;
  }
}
