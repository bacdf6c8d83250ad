import type { Catalog } from '../translate.ts';

/** What schemas say is wrong with a field. */
export default {
  'Invalid ISO datetime': 'kein Zeitpunkt nach ISO 8601',
  'Invalid input': 'nicht das, was hier stehen kann',
  'Invalid input: expected {expected}, received {received}': 'erwartet wird {expected}, da ist {received}',
  'Invalid option: expected one of {options}': 'erwartet wird eines von {options}',
  'Invalid string: must match pattern {pattern}': 'muss dem Muster {pattern} entsprechen',
  'Too big: expected {what} to be <{most}': 'zu groß: erwartet wird {what} <{most}',
  'Too big: expected {what} to have <{most}': 'zu lang: erwartet wird {what} mit <{most}',
  'Too small: expected {what} to be >{least}': 'zu klein: erwartet wird {what} >{least}',
  'Too small: expected {what} to have >{least}': 'zu kurz: erwartet wird {what} mit >{least}',
  'no such day': 'diesen Tag gibt es nicht',
  'not a day, YYYY-MM-DD': 'kein Tag, JJJJ-MM-TT',
  'not a decimal amount': 'kein Dezimalbetrag',
  'not an ISO 4217 currency': 'keine Währung nach ISO 4217',
  'not an id': 'keine Nummer',
  'not within {first} and {last}': 'nicht zwischen {first} und {last}',
  'too much text in the lines': 'zu viel Text in den Positionen',
} satisfies Catalog;
