import { CHANNELS } from '@layerkick/stats/classify/channels';
import { DEVICE_KINDS } from '@layerkick/stats/classify/client';
import { expect, test } from 'vitest';
import { catalog } from '#/features/i18n/de.ts';
import { english, translator } from '#/features/i18n/translate.ts';
import { valueName } from '../panels/row-words.ts';
import { VALUE_WORDS } from './value-words.ts';

const german = translator('de', catalog);

test.each([
  ['channel', CHANNELS],
  ['device', DEVICE_KINDS],
  ['weekday', ['1', '2', '3', '4', '5', '6', '7']],
  ['customer', ['new', 'returning']],
] as const)('every %s that is named by us has words for it, and no other', (dimension, values) => {
  expect(Object.keys(VALUE_WORDS[dimension] ?? {}).toSorted()).toEqual([...values].toSorted());
  for (const value of values) expect(catalog).toHaveProperty([valueName(value, dimension, english)]);
});

test('values are said in the reader’s language, and what others named stays', () => {
  expect(valueName('Paid Search', 'channel', german)).toBe('Bezahlte Suche');
  expect(valueName('Mobile', 'device', german)).toBe('Mobil');
  expect(valueName('7', 'weekday', german)).toBe('Sonntag');
  expect(valueName('7', 'hour', german)).toBe('07:00');
  expect(valueName('new', 'customer', german)).toBe('Neu');
  expect(valueName('Mobile', 'campaign', german)).toBe('Mobile');
  expect(valueName('', 'channel', german)).toBe('Kein Besuch bekannt');
});
