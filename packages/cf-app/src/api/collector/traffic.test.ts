import { expect, test } from 'vitest';
import { notACustomer } from './traffic.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const person = { mark: undefined, userAgent: CHROME, network: 3320, isTooFast: false };

test.each([
  ['a person', {}, null],
  ['the shop’s own browser', { mark: 'internal' as const }, 'internal traffic'],
  [
    'the shop’s own robot is its own first',
    { mark: 'internal' as const, userAgent: 'curl/8' },
    'internal traffic',
  ],
  ['a robot that says so', { userAgent: 'curl/8.14.1', network: 16509 }, 'user agent: curl'],
  ['a headless browser', { userAgent: CHROME.replace('Chrome', 'HeadlessChrome') }, 'headless browser'],
  ['a browser that a program steers', { mark: true }, 'automated browser'],
  ['a browser in a data centre', { network: 24940 }, 'data centre: Hetzner'],
  ['a network that is not known', { network: null }, null],
  ['somebody faster than anybody', { isTooFast: true }, 'impossible speed'],
])('%s', (_, traffic, reason) => {
  expect(notACustomer({ ...person, ...traffic })).toBe(reason);
});
