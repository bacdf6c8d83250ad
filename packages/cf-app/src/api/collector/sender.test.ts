import { expect, test } from 'vitest';
import { placeOf } from './sender.ts';

const NOWHERE = { country: '', region: '', city: '' };

test('a place is what Cloudflare says', () => {
  const said = { country: 'DE', region: 'Bavaria', city: 'München', colo: 'MUC' };
  expect(placeOf(said)).toEqual({ country: 'DE', region: 'Bavaria', city: 'München' });
});

test.each([
  ['nothing', undefined],
  ['no object', 'DE'],
  ['null', null],
  ['a country that is not known', { country: 'XX' }],
  ['the Tor network', { country: 'T1' }],
  ['other types', { country: 1, region: {}, city: ['a'] }],
  ['more than a name', { region: 'x'.repeat(101), city: 'x'.repeat(101) }],
])('%s is nowhere', (_, said) => {
  expect(placeOf(said)).toEqual(NOWHERE);
});
