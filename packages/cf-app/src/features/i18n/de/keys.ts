import type { Catalog } from '../translate.ts';

export default {
  'API keys': 'API-Schlüssel',
  'API keys belong to an organization and reach its stores. Ask LayerKick’s support to make one for your stores.':
    'API-Schlüssel gehören einer Organisation und reichen bis zu deren Shops. Bitten Sie den Support von LayerKick, eine für Ihre Shops anzulegen.',
  'API keys cannot be reached right now. Existing keys are not affected. Try again in a moment.':
    'API-Schlüssel sind gerade nicht erreichbar. Bestehende sind nicht betroffen. Versuchen Sie es gleich noch einmal.',
  'A key can do no more than you can. Choose less.':
    'Ein Schlüssel kann nicht mehr als Sie selbst. Wählen Sie weniger.',
  'Choose what the key may do.': 'Wählen Sie, was der Schlüssel darf.',
  'Copy API key': 'API-Schlüssel kopieren',
  'Copy your key now': 'Kopieren Sie den Schlüssel jetzt',
  'Everything that the stats page shows.': 'Alles, was die Zahlenseite zeigt.',
  Export: 'Export',
  'For programs that read figures or send events. A key reaches the stores of your organization and does only what you choose.':
    'Für Programme, die Zahlen lesen oder Ereignisse senden. Ein Schlüssel reicht bis zu den Shops Ihrer Organisation und kann nur, was Sie wählen.',
  'I have it': 'Ich habe ihn',
  'It is shown this once and kept nowhere. Whoever has it can do what you chose, so keep it where your program keeps its secrets.':
    'Er wird nur dieses Mal gezeigt und nirgends aufbewahrt. Wer ihn hat, kann tun, was Sie gewählt haben; bewahren Sie ihn bei den Geheimnissen Ihres Programms auf.',
  'It may have been deleted at WorkOS meanwhile.': 'Vielleicht wurde er inzwischen bei WorkOS gelöscht.',
  'Keep it': 'Behalten',
  Keys: 'Schlüssel',
  'Made on {made}': 'Erstellt am {made}',
  'Made on {made}, last used on {used}': 'Erstellt am {made}, zuletzt benutzt am {used}',
  'Made on {made}, revoked on {revoked}': 'Erstellt am {made}, widerrufen am {revoked}',
  'Make the key': 'Schlüssel erstellen',
  'Making the key…': 'Schlüssel wird erstellt …',
  'May do nothing': 'Darf nichts',
  Name: 'Name',
  'New key': 'Neuer Schlüssel',
  'No keys can be made right now': 'Gerade lassen sich keine Schlüssel erstellen',
  'No keys yet.': 'Noch keine Schlüssel.',
  'Owners manage API keys': 'Inhaber verwalten API-Schlüssel',
  'Programs that use it stop at once.': 'Programme, die ihn benutzen, haben sofort keinen Zugang mehr.',
  'Read figures': 'Zahlen lesen',
  Revoke: 'Widerrufen',
  'Revoke {name}': '{name} widerrufen',
  'Send events': 'Ereignisse senden',
  'Sign in again to go on.': 'Melden Sie sich neu an, um fortzufahren.',
  'Sign-in is not answering. Existing keys go on, and can be revoked.':
    'Die Anmeldung antwortet nicht. Bestehende Schlüssel gelten weiter und lassen sich widerrufen.',
  'That did not work': 'Das hat nicht geklappt',
  'That did not work. Check your connection and try again.':
    'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'The key was not made': 'Der Schlüssel wurde nicht erstellt',
  'There is no such key': 'Diesen Schlüssel gibt es nicht',
  'They belong to an organization and reach its stores. Ask one of its owners.':
    'Sie gehören einer Organisation und reichen bis zu deren Shops. Fragen Sie eine der Inhaberinnen oder einen der Inhaber.',
  'Visits and orders from your own server.': 'Besuche und Bestellungen von Ihrem eigenen Server.',
  Warehouse: 'Lager',
  'What it may do': 'Was er darf',
  'What the API offers': 'Was die API bietet',
  'Whole tables as CSV or NDJSON.': 'Ganze Tabellen als CSV oder NDJSON.',
  'WorkOS is not answering. When keys were last used is not known, and keys that were made elsewhere are missing.':
    'WorkOS antwortet nicht. Wann Schlüssel zuletzt benutzt wurden, ist nicht bekannt, und anderswo erstellte fehlen.',
  'You are in no organization': 'Sie gehören keiner Organisation an',
  'You are signed out': 'Sie sind abgemeldet',
  'Your role in this organization does not include them. Ask one of its owners.':
    'Ihre Rolle in dieser Organisation umfasst sie nicht. Fragen Sie eine der Inhaberinnen oder einen der Inhaber.',
} satisfies Catalog;
