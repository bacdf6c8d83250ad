import type { Catalog } from '../translate.ts';

export default {
  '<b>The live connection is down.</b> You see the shop as it was at {time}. It is being tried again.':
    '<b>Die Live-Verbindung ist unterbrochen.</b> Sie sehen den Shop, wie er um {time} war. Es wird weiter versucht.',
  '{visitors} now': '{visitors} jetzt',
  'All figures': 'Alle Zahlen',
  'At a product': 'Bei einem Produkt',
  'At checkout': 'An der Kasse',
  Direct: 'Direkt',
  'In the cart': 'Im Warenkorb',
  'last 30 minutes': 'letzte 30 Minuten',
  Live: 'Live',
  'Live view': 'Live-Ansicht',
  'Looking around': 'Sieht sich um',
  'No cart is open.': 'Kein Warenkorb ist offen.',
  'Nobody is here.': 'Niemand ist da.',
  'Nobody is on a page.': 'Niemand ist auf einer Seite.',
  'None yet.': 'Noch keine.',
  'On the way to an order, last 30 minutes': 'Auf dem Weg zur Bestellung, letzte 30 Minuten',
  'On which page': 'Auf welcher Seite',
  'Open carts': 'Offene Warenkörbe',
  Order: 'Bestellung',
  Ordered: 'Bestellt',
  Orders: 'Bestellungen',
  'Orders of the last 30 minutes': 'Bestellungen der letzten 30 Minuten',
  '<b>{count}</b> <words>visitor in the last 5 minutes</words>|<b>{count}</b> <words>visitors in the last 5 minutes</words>':
    '<b>{count}</b> <words>Besucher in den letzten 5 Minuten</words>|<b>{count}</b> <words>Besucher in den letzten 5 Minuten</words>',
  'Where from': 'Woher',
  'With a cart': 'Mit Warenkorb',
  '{store}, live': '{store}, live',
} satisfies Catalog;
