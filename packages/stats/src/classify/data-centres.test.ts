import { expect, test } from 'vitest';
import { DATA_CENTRES, dataCentreOf } from './data-centres.ts';

test.each(DATA_CENTRES.flatMap(({ name, networks }) => networks.map((network) => [network, name] as const)))(
  'AS%i is a data centre of %s',
  (network, name) => {
    expect(dataCentreOf(network)).toBe(name);
  },
);

test('no network is listed twice', () => {
  const all = DATA_CENTRES.flatMap(({ networks }) => networks);
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['Deutsche Telekom', 3320],
  ['Cloudflare, which carries iCloud Private Relay', 13335],
  ['M247, which carries VPNs', 9009],
  ['Google, whose people use it, too', 15169],
  ['none that is known', null],
])('people come through %s', (_, network) => {
  expect(dataCentreOf(network)).toBeNull();
});
