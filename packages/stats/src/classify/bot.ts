import { isbot, isbotMatch } from 'isbot';

/**
 * Why a user agent is automated traffic, in one or two words for people to read; null where it looks like a person.
 * Such traffic is kept and marked, never dropped.
 */
export function botReason(userAgent: string): string | null {
  if (userAgent.trim() === '') return 'no user agent';
  if (!isbot(userAgent)) return null;
  if (/headless/i.test(userAgent)) return 'headless browser';
  const match = isbotMatch(userAgent);
  return match ? `user agent: ${match.trim().toLowerCase().slice(0, 40)}` : 'user agent';
}
