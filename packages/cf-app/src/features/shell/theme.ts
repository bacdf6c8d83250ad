import { createIsomorphicFn } from '@tanstack/react-start';
import { getCookie } from '@tanstack/react-start/server';
import { parseTheme, type Theme, THEME_COOKIE } from './theme-names.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const readTheme: () => Theme = createIsomorphicFn()
  .server(() => parseTheme(getCookie(THEME_COOKIE)))
  .client(() => parseTheme(cookieValue(document.cookie, THEME_COOKIE)));

/** Browser only: shows the theme now and remembers it on this device. */
export function chooseTheme(choice: Theme): void {
  const age = choice === 'system' ? 0 : YEAR_SECONDS;
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${age}; samesite=lax`;
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

export function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
