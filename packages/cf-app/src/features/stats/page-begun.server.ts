import inter from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url';
import { requireStore } from '#/features/auth/guard.server.ts';
import { LANGUAGES } from '#/features/i18n/languages.ts';
import { requestLanguage } from '#/features/i18n/request-translation.server.ts';
import { parseTheme, THEME_COOKIE } from '#/features/shell/theme-names.ts';
import { cspNonce, requestContext } from '#/lib/request-context.server.ts';
import { noteRoute } from '#/lib/trace.server.ts';
import styles from '#/styles/app.css?url';

/**
 * What the page of a store begins with before its figures are known: enough for the browser to fetch the style sheet and the
 * type meanwhile. Null where the page is another one, or has a status to give.
 */
export async function pageBegun(): Promise<string | null> {
  const { request, cookies } = requestContext();
  const slug = /^\/stats\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (slug === undefined || request.method !== 'GET' || import.meta.env.DEV) return null;
  const guarded = await requireStore(decoded(slug));
  if (!guarded.ok) return null;
  // The line in the log is written with it, before the router says which route this is.
  noteRoute('/stats/$hash');
  // Headers are sent with it: the policy has to know the page's nonce.
  cspNonce();
  const theme = parseTheme(cookies.get(THEME_COOKIE));
  const { locale } = LANGUAGES[requestLanguage()];
  return [
    `<!DOCTYPE html><html lang="${locale}"${theme === 'system' ? '' : ` data-theme="${theme}"`}><head>`,
    `<link rel="preload" as="style" href="${styles}">`,
    `<link rel="preload" as="font" type="font/woff2" crossorigin href="${inter}">`,
  ].join('');
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
