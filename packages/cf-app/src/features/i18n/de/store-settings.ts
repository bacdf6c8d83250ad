import type { Catalog } from '../translate.ts';

export default {
  'Managers and owners of a store look after it. Ask one of them.':
    'Manager und Inhaber eines Shops kümmern sich um ihn. Fragen Sie jemanden von ihnen.',
  Members: 'Mitglieder',
  'Nobody but the operators.': 'Niemand außer den Betreibern.',
  Rebuild: 'Neu aufbauen',
  Store: 'Shop',
  'The figures are being worked out anew: {percent} % done. Until then they are not complete.':
    'Die Zahlen werden neu berechnet: {percent} % fertig. Bis dahin sind sie nicht vollständig.',
  'The store cannot be reached right now. Try again in a moment.':
    'Der Shop ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'There are more than are listed here.': 'Es gibt mehr, als hier aufgeführt sind.',
  'Was given this store': 'Hat diesen Shop bekommen',
  'What it is called, how it is counted, who sees it, and what you want of its visitors.':
    'Wie er heißt, wie er gezählt wird, wer ihn sieht und was seine Besucher tun sollen.',
  'Who sees this store, and why. The operators of LayerKick see every store.':
    'Wer diesen Shop sieht und warum. Die Betreiber von LayerKick sehen jeden Shop.',
  'You are signed out. Sign in again to go on.':
    'Sie sind abgemeldet. Melden Sie sich wieder an, um fortzufahren.',
  '{role} in {organization}': '{role} in {organization}',
  'You may not change this store any more.': 'Sie dürfen diesen Shop nicht mehr ändern.',
  'That cannot be like this.': 'So geht es nicht.',
} satisfies Catalog;
