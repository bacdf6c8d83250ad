import { z } from 'zod';

const uris = z.array(z.url()).min(1);

/** What a WorkOS dashboard would configure, and how long access tokens live. */
export const settingsSchema = z.strictObject({
  /** Where a sign-in may return to, exactly. */
  redirectUris: uris,
  /** Where a sign-out may return to, exactly; the first is where one without `return_to` goes. */
  logoutUris: uris,
  accessTokenSeconds: z.int().positive().max(86_400),
});
export type Settings = z.output<typeof settingsSchema>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = z.output<typeof settingsChangeSchema>;

export const DEFAULT_SETTINGS: Settings = {
  redirectUris: ['http://localhost:3051/auth/workos/callback'],
  logoutUris: ['http://localhost:3051/auth/workos/logout'],
  accessTokenSeconds: 300,
};

/** Whether an address is one of the configured ones; compared as URLs, so `http://x` equals `http://x/`. */
export function isConfigured(address: string, configured: readonly string[]): boolean {
  return URL.canParse(address) && configured.some((each) => new URL(each).href === new URL(address).href);
}
