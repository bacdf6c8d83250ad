import { createIsomorphicFn } from '@tanstack/react-start';
import { type Language, LANGUAGE_COOKIE, languageFor } from './languages.ts';
import { requestLanguage } from './request-translation.server.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language of this request, or of the page that the browser shows. */
export const readLanguage: () => Language = createIsomorphicFn()
  .server(requestLanguage)
  // What the server wrote, whatever the browser wishes: both have to render the same.
  .client(() => languageFor(document.documentElement.lang.slice(0, 2), null));

/** Browser only: remembers the language on this device and shows the page in it. */
export function chooseLanguage(language: Language): void {
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  location.reload();
}
