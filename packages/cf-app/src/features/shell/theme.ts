import { createIsomorphicFn } from '@tanstack/react-start';
import { getCookie } from '@tanstack/react-start/server';
import { catch as orElse, z } from 'zod/mini';

const COOKIE = 'lk-theme';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** `system` follows the device; the others are a choice that the server knows too, so that no page flashes. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const theme = orElse(z.enum(THEMES), 'system');

export const readTheme: () => Theme = createIsomorphicFn()
  .server(() => parseTheme(getCookie(COOKIE)))
  .client(() => parseTheme(cookieValue(document.cookie, COOKIE)));

export function parseTheme(value: string | undefined): Theme {
  return theme.parse(value);
}

/** Browser only: shows the theme now and remembers it on this device. */
export function chooseTheme(choice: Theme): void {
  const age = choice === 'system' ? 0 : YEAR_SECONDS;
  document.cookie = `${COOKIE}=${choice}; path=/; max-age=${age}; samesite=lax`;
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

export function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
