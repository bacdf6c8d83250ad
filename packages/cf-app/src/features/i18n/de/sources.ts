import type { Catalog } from '../translate.ts';

export default {
  'Browsers miss orders. Let the shop platform tell them, too: its word counts, and one order stays one.':
    'Browsern entgehen Bestellungen. Lassen Sie auch die Shop-Plattform sie melden: Ihr Wort gilt, und eine Bestellung bleibt eine.',
  'Cannot be read': 'Nicht lesbar',
  'Connect {name}': '{name} verbinden',
  'Copy {name} address': 'Adresse für {name} kopieren',
  'Copy {name} secret': 'Geheimnis für {name} kopieren',
  Counted: 'Gezählt',
  Disconnect: 'Trennen',
  'In Shopify: Settings → Notifications → Webhooks. Make one each for order creation, payment, update, cancellation and refund creation, as JSON. Shopify shows its signing secret below the list.':
    'In Shopify: Einstellungen → Benachrichtigungen → Webhooks. Legen Sie je einen für Erstellung, Zahlung, Änderung und Stornierung von Bestellungen und für Erstattungen an, als JSON. Shopify zeigt das Signaturgeheimnis unter der Liste.',
  'In WooCommerce: Settings → Advanced → Webhooks. Make one each for order created, updated and deleted, with API version v3 and the secret that is shown here.':
    'In WooCommerce: Einstellungen → Erweitert → Webhooks. Legen Sie je einen für erstellte, geänderte und gelöschte Bestellungen an, mit API-Version v3 und dem Geheimnis, das hier gezeigt wird.',
  'A delivery without a topic says nothing about orders':
    'Eine Lieferung ohne Thema sagt nichts über Bestellungen',
  '{topic} says nothing about orders': '{topic} sagt nichts über Bestellungen',
  'Last deliveries': 'Letzte Lieferungen',
  'Left out': 'Ausgelassen',
  'Managers and owners look after sources. Ask one of them.':
    'Quellen betreuen Manager und Inhaber. Fragen Sie jemanden von ihnen.',
  'Managers and owners of a store look after its sources. Ask one of them.':
    'Die Quellen eines Shops betreuen dessen Manager und Inhaber. Fragen Sie jemanden von ihnen.',
  'Nothing was delivered yet.': 'Noch wurde nichts geliefert.',
  'Replace the secret': 'Geheimnis ersetzen',
  'Sign-in is not answering, so nothing can be changed right now. Try again in a few minutes.':
    'Die Anmeldung antwortet nicht, daher lässt sich gerade nichts ändern. Versuchen Sie es in ein paar Minuten noch einmal.',
  'Signing secret': 'Signaturgeheimnis',
  Sources: 'Quellen',
  'Sources cannot be reached right now. Try again in a moment.':
    'Quellen sind gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'Sources of {store}': 'Quellen von {store}',
  Store: 'Shop',
  'That did not work. Check your connection and try again.':
    'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'That did not work. What was delivered is kept. Try again in a moment.':
    'Das hat nicht geklappt. Was geliefert wurde, bleibt erhalten. Versuchen Sie es gleich noch einmal.',
  'The secret, shown this once:': 'Das Geheimnis, nur dieses Mal gezeigt:',
  'Try again': 'Noch einmal versuchen',
  Waiting: 'Wartet',
  'You are signed out. Sign in again to go on.':
    'Sie sind abgemeldet. Melden Sie sich wieder an, um fortzufahren.',
  'You have no access to a store of this name.': 'Sie haben keinen Zugang zu einem Shop dieses Namens.',
  connected: 'verbunden',
  '{counted} counted, {ignored} left out, {failed} still cannot be read':
    '{counted} gezählt, {ignored} ausgelassen, {failed} weiterhin nicht lesbar',
} satisfies Catalog;
