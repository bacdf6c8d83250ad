import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { languageFor } from './languages.ts';
import { rich } from './rich.tsx';
import { english, msg, translator } from './translate.ts';

const german = translator('de', {
  Settings: 'Einstellungen',
  'Last {days} days': 'Letzte {days} Tage',
  '{count} order|{count} orders': '{count} Bestellung|{count} Bestellungen',
  'Ask {who} to <out>sign out</out>': '<out>Abmelden</out> muss {who}',
});

test('English needs no catalog: its texts are the keys', () => {
  expect(english('Settings')).toBe('Settings');
  expect(english('Last {days} days', { days: 1234 })).toBe('Last 1,234 days');
});

test('a text is said in the reader’s language, and numbers as it writes them', () => {
  expect(german('Settings')).toBe('Einstellungen');
  expect(german('Last {days} days', { days: 1234 })).toBe('Letzte 1.234 Tage');
  expect(german(msg('Settings'))).toBe('Einstellungen');
});

test.each([
  [0, '0 orders', '0 Bestellungen'],
  [1, '1 order', '1 Bestellung'],
  [2000, '2,000 orders', '2.000 Bestellungen'],
])('%i decides about the form', (count, inEnglish, inGerman) => {
  expect(english('{count} order|{count} orders', { count })).toBe(inEnglish);
  expect(german('{count} order|{count} orders', { count })).toBe(inGerman);
});

test('what is filled in is text, never a placeholder or an element itself', () => {
  expect(german('Last {days} days', { days: '{days} $& <b>' })).toBe('Letzte {days} $& <b> Tage');
});

test('elements stand where the language wants them', () => {
  const values = { who: <b>Ada</b>, out: <em /> };
  const shown = (t: typeof german) =>
    renderToStaticMarkup(<>{rich(t, 'Ask {who} to <out>sign out</out>', values)}</>);
  expect(shown(english)).toBe('Ask <b>Ada</b> to <em>sign out</em>');
  expect(shown(german)).toBe('<em>Abmelden</em> muss <b>Ada</b>');
});

test.each([
  ['a choice', 'de', 'en', 'de'],
  ['a choice of something else', 'tlh', 'de', 'de'],
  ['no choice', undefined, 'de-CH, en;q=0.5', 'de'],
  ['wishes in another order than written', undefined, 'en;q=0.3, de;q=0.8', 'de'],
  ['a wish not to have one', undefined, 'de;q=0, en;q=0.1', 'en'],
  ['languages that we do not have', undefined, 'fr, ja;q=0.5', 'en'],
  ['no header', undefined, null, 'en'],
  ['nonsense', undefined, ';;;q=,=,de;q=x', 'en'],
])('%s decides about the language', (_, chosen, accepted, expected) => {
  expect(languageFor(chosen, accepted)).toBe(expected);
});
