import { expect, test } from 'vitest';
import { mayCollect } from './origin.ts';

const OWN = 'https://app.layerkick.com';
const store = { domains: ['fmdf.com', 'shop.fmdf.de'] };

test.each([
  ['the domain itself', 'https://fmdf.com'],
  ['a subdomain', 'https://checkout.eu.fmdf.com'],
  ['another port', 'https://fmdf.com:8443'],
  ['plain http', 'http://shop.fmdf.de'],
  ['the dashboard’s own origin', OWN],
  ['a server, which has none', null],
  ['a shop under development (local builds only)', 'http://localhost:8080'],
])('may: %s', (_, origin) => {
  expect(mayCollect(origin, store, OWN)).toBe(true);
});

test.each([
  ['another site', 'https://evil.example'],
  ['a name that ends alike', 'https://notfmdf.com'],
  ['a name that starts alike', 'https://fmdf.com.evil.example'],
  ['the parent of a domain', 'https://fmdf.de'],
  ['a sandboxed page', 'null'],
  ['a file', 'file://'],
  ['an extension', 'chrome-extension://fmdf.com'],
  ['no origin at all', 'fmdf.com'],
  ['the dashboard over another port', 'https://app.layerkick.com:444'],
])('may not: %s', (_, origin) => {
  expect(mayCollect(origin, store, OWN)).toBe(false);
});

test('a store without domains takes events from the dashboard’s own origin only', () => {
  expect(mayCollect('https://fmdf.com', { domains: [] }, OWN)).toBe(false);
  expect(mayCollect(OWN, { domains: [] }, OWN)).toBe(true);
});
