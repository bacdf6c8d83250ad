import type { T } from '#/features/i18n/translate.ts';
import { requestTranslation } from '#/features/i18n/request-translation.server.ts';
import styles from '#/styles/app.css?url';
import { requestId } from './request-context.server.ts';

/** Where a page could not even be made: what happened, what to do, and the id under which the log has the cause. */
export async function failedDocument(): Promise<string> {
  const t = await requestTranslation();
  return `<!DOCTYPE html><html lang="${t.locale}"><head>${failedRest(t)}`;
}

/** The same from within a head that was sent already. */
export function failedRest(t: T): string {
  return [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>LayerKick</title><link rel="stylesheet" href="${styles}"></head>`,
    '<body><main id="main" class="page-width py-16">',
    `<h1 class="text-xl font-strong">${t('This page did not load')}</h1>`,
    `<p class="mt-2 text-md">${t('Something failed on our side. Your stores keep recording, and nothing is lost.')}</p>`,
    `<p class="mt-5"><a class="button" href="">${t('Try again')}</a></p>`,
    `<p class="mt-5 font-mono text-xs text-ink-3">500 · req ${requestId()}</p>`,
    '</main></body></html>',
  ].join('');
}
