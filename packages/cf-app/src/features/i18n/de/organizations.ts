import type { Catalog } from '../translate.ts';

export default {
  'All tenants': 'Alle Mandanten',
  Find: 'Suchen',
  'Find a tenant': 'Mandant suchen',
  'Look at': 'Ansehen',
  'No tenant has that in its name.': 'Kein Mandant hat das im Namen.',
  Organizations: 'Organisationen',
  Switch: 'Wechseln',
  'That did not work. You are still signed in where you were.':
    'Das hat nicht geklappt. Sie sind noch dort angemeldet, wo Sie waren.',
  'There is no such organization.': 'Diese Organisation gibt es nicht.',
  'There is nothing to choose': 'Es gibt nichts auszuwählen',
  'This sign-in was finished already, or took longer than ten minutes.':
    'Diese Anmeldung ist schon abgeschlossen oder hat länger als zehn Minuten gedauert.',
  'Which organization?': 'Welche Organisation?',
  'You are here': 'Sie sind hier',
  'You are not a member of that organization any more. You are still signed in where you were.':
    'Sie gehören dieser Organisation nicht mehr an. Sie sind noch dort angemeldet, wo Sie waren.',
  'You belong to no organization. Stores that were shared with you are under Stores.':
    'Sie gehören keiner Organisation an. Mit Ihnen geteilte Shops finden Sie unter Shops.',
  'You belong to several. You can change to another one at any time.':
    'Sie gehören mehreren an. Sie können jederzeit wechseln.',
  Yours: 'Ihre',
} satisfies Catalog;
