import { createRootRouteWithContext, HeadContent, Outlet, Scripts } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { holdViewer, viewerAt } from '#/features/auth/viewer-at.ts';
import { FailedRoute, NotFoundPage } from '#/features/shell/dead-ends.tsx';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { Keyboard } from '#/features/keyboard/keyboard.tsx';
import { reloadForMissingScripts } from '#/features/shell/reload-once.ts';
import { readTheme } from '#/features/shell/theme.ts';
import type { Theme } from '#/features/shell/theme-names.ts';
import inter from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url';
import styles from '#/styles/app.css?url';

export const Route = createRootRouteWithContext<{ readonly t: T }>()({
  beforeLoad: async ({ location }) => ({
    theme: readTheme(),
    viewer: await viewerAt(location.pathname),
  }),
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { name: 'color-scheme', content: 'light dark' },
      { name: 'robots', content: 'noindex' },
      { title: 'LayerKick' },
    ],
    links: [
      ...fontPreload(),
      { rel: 'stylesheet', href: styles },
      { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
      // Nothing is painted before its end is there: half a button would grow where it stands.
      { rel: 'expect', href: `#${END}`, blocking: 'render' },
    ],
  }),
  component: Root,
  errorComponent: FailedRoute,
  notFoundComponent: NotFoundPage,
  shellComponent: Document,
});

/** Of what is there without anything that comes later. */
const END = 'first-screen-end';

/** Before the style sheet names it, so that the first text stands in its own face. Vite's dev server names it otherwise. */
function fontPreload() {
  if (import.meta.env.DEV) return [];
  return [{ rel: 'preload', href: inter, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const }];
}

function Root() {
  const viewer = Route.useRouteContext({ select: (context) => context.viewer });
  useEffect(() => holdViewer(viewer), [viewer]);
  useEffect(reloadForMissingScripts, []);
  return (
    <>
      <Outlet />
      <Keyboard />
    </>
  );
}

function Document({ children }: { children: ReactNode }) {
  const theme: Theme = Route.useRouteContext({ select: (context) => context.theme });
  const t = useT();
  return (
    <html lang={t.locale} data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <head>
        <HeadContent />
      </head>
      <body>
        <a
          href="#main"
          className="button fixed top-3 left-3 z-20 -translate-y-20 focus-visible:translate-y-0"
        >
          {t('Skip to content')}
        </a>
        {children}
        <span id={END} hidden />
        <Scripts />
      </body>
    </html>
  );
}
