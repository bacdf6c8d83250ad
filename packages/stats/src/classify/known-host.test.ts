import { expect, test } from 'vitest';
import { isPaymentHost, isSameSite, sourceOfHost, sourceOfSpelling } from './known-host.ts';
import { KNOWN_SOURCES, PAYMENT_HOSTS } from './sources.ts';

test.each(KNOWN_SOURCES.flatMap((source) => source.hosts.map((host) => [host, source] as const)))(
  '%s is known, with its subdomains',
  (pattern, source) => {
    const host = pattern.replace('.*', '.de');
    expect(sourceOfHost(host)?.name).toBe(source.name);
    expect(sourceOfHost(`m.${host}`)?.name).toBe(source.name);
  },
);

test.each(
  KNOWN_SOURCES.flatMap((source) =>
    [source.name, ...(source.aliases ?? [])].map((spelling) => [spelling, source.name] as const),
  ),
)('utm_source "%s" means %s', (spelling, name) => {
  expect(sourceOfSpelling(spelling.toUpperCase())?.name).toBe(name);
});

test('no name, spelling or host belongs to two sources', () => {
  const hosts = KNOWN_SOURCES.flatMap((source) => source.hosts);
  const spellings = KNOWN_SOURCES.flatMap((source) => [
    source.name.toLowerCase(),
    ...(source.aliases ?? []).filter((alias) => alias !== source.name.toLowerCase()),
  ]);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(new Set(spellings).size).toBe(spellings.length);
});

test.each([
  ['google.co.uk', 'Google'],
  ['mail.google.com', 'Gmail'],
  ['gemini.google.com', 'Gemini'],
  ['shopping.google.com', 'Google Shopping'],
  ['lm.facebook.com', 'Facebook'],
  ['amazon.com.au', 'Amazon'],
])('%s is %s', (host, name) => {
  expect(sourceOfHost(host)?.name).toBe(name);
});

test.each(['google.evil.example', 'notgoogle.com', 'google', 'facebook.com.evil.example', ''])(
  'a look-alike is nobody: "%s"',
  (host) => {
    expect(sourceOfHost(host)).toBeNull();
  },
);

test.each(PAYMENT_HOSTS)('%s is a payment page, with its subdomains', (host) => {
  expect(isPaymentHost(host)).toBe(true);
  expect(isPaymentHost(`checkout.${host}`)).toBe(true);
  expect(isPaymentHost(`not${host}`)).toBe(false);
});

test.each([
  ['fmdf.com', 'fmdf.com', true],
  ['checkout.fmdf.com', 'blog.fmdf.com', true],
  ['fmdf.co.uk', 'other.co.uk', false],
  ['pay.fmdf.co.uk', 'fmdf.co.uk', true],
  ['fmdf.myshopify.com', 'other.myshopify.com', false],
  ['localhost', 'localhost', true],
  ['fmdf.com', 'fmdf.de', false],
])('%s and %s: one site %s', (a, b, same) => {
  expect(isSameSite(a, b)).toBe(same);
});
