import { requestContext } from '#/lib/request-context.server.ts';
import { type Language, LANGUAGE_COOKIE, languageFor } from './languages.ts';
import { loadTranslation } from './load-translation.ts';
import type { T } from './translate.ts';

export function requestLanguage(): Language {
  const { cookies, request } = requestContext();
  return languageFor(cookies.get(LANGUAGE_COOKIE), request.headers.get('accept-language'));
}

/** How the person in this request is spoken to. */
export function requestTranslation(): Promise<T> {
  return loadTranslation(requestLanguage());
}
