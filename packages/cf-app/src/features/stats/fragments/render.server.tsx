import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { T } from '#/features/i18n/translate.ts';
import { TranslationContext } from '#/features/i18n/use-t.ts';

/** HTML for the browser to show as it is. */
export function rendered(t: T, content: ReactNode): string {
  return renderToStaticMarkup(<TranslationContext value={t}>{content}</TranslationContext>);
}
