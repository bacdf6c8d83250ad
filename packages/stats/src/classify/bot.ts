import { isbot, isbotMatch } from 'isbot';

/** Telling is a long regular expression, and most visitors share a few user agents. */
const known = new Map<string, string | null>();
const MAX_KNOWN = 500;

/**
 * Why a user agent is automated traffic, in one or two words for people to read; null where it looks like a person.
 * Such traffic is kept and marked, never dropped.
 */
export function botReason(userAgent: string): string | null {
  let reason = known.get(userAgent);
  if (reason === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(userAgent, (reason = tell(userAgent)));
  }
  return reason;
}

function tell(userAgent: string): string | null {
  if (userAgent.trim() === '') return 'no user agent';
  if (!isbot(userAgent)) return null;
  if (/headless/i.test(userAgent)) return 'headless browser';
  // What it calls itself: `curl/8.14.1` as a whole would be the user agent, which is not kept.
  const [name = ''] = (isbotMatch(userAgent) ?? '')
    .trim()
    .toLowerCase()
    .split(/[/\d;:]/);
  return name.trim() ? `user agent: ${name.trim().slice(0, 40)}` : 'user agent';
}
