import type { Catalog } from '../translate.ts';

export default {
  'Add the one-line script and figures show here within seconds.':
    'Fügen Sie das einzeilige Skript ein, und Zahlen erscheinen hier in Sekunden.',
  'Copy user id': 'Benutzer-ID kopieren',
  'Find a store': 'Shop suchen',
  'Find by name, code or domain': 'Name, Kürzel oder Domain suchen',
  'Finish setup': 'Einrichtung abschließen',
  'Look again': 'Erneut nachsehen',
  'No events yet': 'Noch keine Ereignisse',
  'No store fits “{find}”.': 'Kein Shop passt zu „{find}“.',
  'No store yet': 'Noch kein Shop',
  'Show all {count}': 'Alle {count} zeigen',
  Stores: 'Shops',
  'The figures did not load.': 'Die Zahlen wurden nicht geladen.',
  'Use another account': 'Anderes Konto verwenden',
  'You are signed in as {who}. Ask whoever invited you, or LayerKick’s support, to give you access to your store. They need this id:':
    'Sie sind als {who} angemeldet. Bitten Sie die Person, die Sie eingeladen hat, oder den Support von LayerKick um Zugang zu Ihrem Shop. Dafür wird diese ID gebraucht:',
  'You have no store yet': 'Sie haben noch keinen Shop',
  listening: 'wartet',
  '{count} more. Find them by name, code or domain.':
    '{count} weitere. Suchen Sie nach Name, Kürzel oder Domain.',
  '{count} order|{count} orders': '{count} Bestellung|{count} Bestellungen',
  '{count} session|{count} sessions': '{count} Sitzung|{count} Sitzungen',
  '{count} store · last 30 days, beside the 30 before|{count} stores · last 30 days, beside the 30 before':
    '{count} Shop · letzte 30 Tage neben den 30 davor|{count} Shops · letzte 30 Tage neben den 30 davor',
  '{found} of {all} stores · last 30 days, beside the 30 before':
    '{found} von {all} Shops · letzte 30 Tage neben den 30 davor',
} satisfies Catalog;
