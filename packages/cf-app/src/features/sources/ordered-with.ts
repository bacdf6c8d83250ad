import { clientOf } from '@layerkick/stats/classify/client';

/** WooCommerce tells user agents in lower case; these are the names of those that people buy with. */
const NAMES = new Map(
  ['Chrome', 'Firefox', 'Safari', 'Edge', 'Opera', 'Chromium', 'Silk', 'IE'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** The browser that a platform says an order was placed with, by the name that visits have; '' where it is not known. */
export function orderedWith(userAgent: unknown): string {
  if (typeof userAgent !== 'string') return '';
  const { browser } = clientOf(userAgent);
  return NAMES.get(browser) ?? browser;
}
