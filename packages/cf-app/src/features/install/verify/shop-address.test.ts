import { expect, test } from 'vitest';
import { shopAddress } from './shop-address.ts';

const rules = { domains: ['fmdf.example', 'shop.fmdf.de'], allowThisMachine: false };

test.each([
  'https://fmdf.example/',
  'http://fmdf.example',
  'https://www.fmdf.example/products/lamp?variant=2#reviews',
  'https://fmdf.example:443/',
  'https://FMDF.example/',
  'https://fmdf.example./',
  'https://shop.fmdf.de/a',
])('may be fetched: %s', (address) => {
  expect(shopAddress(address, rules)).toMatchObject({ ok: true });
});

test.each([
  ['nothing', '', 'unreadable'],
  ['a path', '/products', 'unreadable'],
  ['credentials', 'https://user:secret@fmdf.example/', 'unreadable'],
  ['a name that is really credentials', 'https://fmdf.example@evil.example/', 'unreadable'],
  ['a file', 'file:///etc/passwd', 'not_http'],
  ['a script', 'javascript:alert(1)', 'not_http'],
  ['data', 'data:text/html,<p>', 'not_http'],
  ['another protocol', 'ftp://fmdf.example/', 'not_http'],
  ['loopback', 'http://127.0.0.1/', 'not_public'],
  ['loopback, short', 'http://127.1/', 'not_public'],
  ['loopback, decimal', 'http://2130706433/', 'not_public'],
  ['loopback, hexadecimal', 'http://0x7f000001/', 'not_public'],
  ['loopback, octal', 'http://0177.0.0.1/', 'not_public'],
  ['loopback, in wide digits', 'http://１２７.0.0.1/', 'not_public'],
  ['loopback, percent-encoded', 'http://%31%32%37.0.0.1/', 'not_public'],
  ['anything of this machine', 'http://0.0.0.0/', 'not_public'],
  ['IPv6 loopback', 'http://[::1]/', 'not_public'],
  ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/', 'not_public'],
  ['link-local IPv6', 'http://[fe80::1]/', 'not_public'],
  ['unique local IPv6', 'http://[fd00::1]/', 'not_public'],
  ['a private network, 10', 'http://10.0.0.1/', 'not_public'],
  ['a private network, 172', 'http://172.16.0.1/', 'not_public'],
  ['a private network, 192', 'http://192.168.1.1/', 'not_public'],
  ['link-local, where clouds keep secrets', 'http://169.254.169.254/latest/meta-data/', 'not_public'],
  ['a public address, which is no name', 'http://93.184.215.14/', 'not_public'],
  ['localhost', 'http://localhost/', 'not_public'],
  ['a subdomain of localhost', 'http://a.localhost/', 'not_public'],
  ['a cloud’s metadata by name', 'http://metadata.google.internal/', 'not_public'],
  ['a name without a dot', 'http://router/', 'not_public'],
  ['a name of the local network', 'http://printer.local/', 'not_public'],
  ['another port', 'https://fmdf.example:8443/', 'other_port'],
  ['a database', 'http://fmdf.example:5432/', 'other_port'],
  ['somebody else’s site', 'https://evil.example/', 'not_own_domain'],
  ['a name that ends alike', 'https://notfmdf.example/', 'not_own_domain'],
  ['a name that begins alike', 'https://fmdf.example.evil.example/', 'not_own_domain'],
  ['the parent of a domain', 'https://fmdf.de/', 'not_own_domain'],
])('may not be fetched: %s (%s)', (_, address, code) => {
  expect(shopAddress(address, rules)).toEqual({ ok: false, code });
});

test('a domain that is an address of a network makes it no shop', () => {
  const domains = ['127.0.0.1', '169.254.169.254', 'localhost', 'metadata.google.internal'];
  for (const domain of domains) {
    expect(shopAddress(`http://${domain}/`, { domains, allowThisMachine: false })).toMatchObject({
      ok: false,
    });
  }
});

test('this machine, in local builds only', () => {
  const local = { domains: [], allowThisMachine: true };
  expect(shopAddress('http://localhost:8080/shop', local)).toMatchObject({ ok: true });
  expect(shopAddress('http://192.168.1.1/', local)).toMatchObject({ ok: false });
});
