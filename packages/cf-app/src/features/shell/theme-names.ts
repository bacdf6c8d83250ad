import { catch as orElse, z } from 'zod/mini';

export const THEME_COOKIE = 'lk-theme';

/** `system` follows the device; the others are a choice that the server knows too, so that no page flashes. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const theme = orElse(z.enum(THEMES), 'system');

export function parseTheme(value: string | undefined): Theme {
  return theme.parse(value);
}
