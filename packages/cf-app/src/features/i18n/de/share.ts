import type { Catalog } from '../translate.ts';

export default {
  'A store has at most 100 links that are good. End one first.':
    'Ein Shop hat höchstens 100 gültige Links. Beenden Sie zuerst einen.',
  'Always narrowed to': 'Immer eingeschränkt auf',
  'as long as it is not ended': 'bis er beendet wird',
  'Copy the code': 'Code kopieren',
  'Copy the link': 'Link kopieren',
  'Copy the link now. It is shown this once and kept nowhere.':
    'Kopieren Sie den Link jetzt. Er wird nur dieses Mal gezeigt und nirgends aufbewahrt.',
  End: 'Beenden',
  'End the link {name}': 'Link {name} beenden',
  'Ended on {day}': 'Beendet am {day}',
  'For a page of yours: “overview” can also be “sources”, “products”, “pages”, “countries” or “devices”.':
    'Für eine eigene Seite: Statt „overview“ geht auch „sources“, „products“, „pages“, „countries“ oder „devices“.',
  'Good for': 'Gültig',
  'I have it': 'Ich habe ihn',
  'Narrow it': 'Einschränken',
  'Narrow to this': 'Darauf einschränken',
  'It may have been ended, or not have been copied whole. Ask whoever sent it to you.':
    'Er wurde beendet oder nicht vollständig kopiert. Fragen Sie, wer ihn geschickt hat.',
  'Made on {day}': 'Erstellt am {day}',
  'Make the link': 'Link erstellen',
  'Making the link…': 'Link wird erstellt …',
  'Name of the link': 'Name des Links',
  'Narrowed to': 'Eingeschränkt auf',
  'Nothing has been measured yet.': 'Noch wurde nichts gemessen.',
  'on pages of {hosts}': 'auf Seiten von {hosts}',
  Open: 'Öffnen',
  'Our agency': 'Unsere Agentur',
  Password: 'Passwort',
  'Password, if any': 'Passwort, falls gewünscht',
  'Shared links': 'Geteilte Links',
  'Shared page': 'Geteilte Seite',
  'Shared view': 'Geteilte Ansicht',
  'Sites that may show it inside their pages': 'Websites, die es in ihren Seiten zeigen dürfen',
  'Something failed on our side. The link is still good.':
    'Bei uns ist etwas schiefgegangen. Der Link gilt weiterhin.',
  'That did not work. Check your connection and try again.':
    'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'That is not the password.': 'Das ist nicht das Passwort.',
  'This link leads nowhere': 'Dieser Link führt nirgendwohin',
  'This link leads nowhere any more.': 'Dieser Link führt nirgendwohin mehr.',
  'This page cannot be shown right now': 'Diese Seite kann gerade nicht gezeigt werden',
  'This page has a password': 'Diese Seite hat ein Passwort',
  'Too many wrong passwords. Try again in a quarter of an hour.':
    'Zu viele falsche Passwörter. Versuchen Sie es in einer Viertelstunde wieder.',
  'until {day}': 'bis {day}',
  'Whoever has a link reads the figures without signing in, and can change nothing.':
    'Wer einen Link hat, liest die Zahlen ohne Anmeldung und kann nichts ändern.',
  'Whoever shared it with you has told you.': 'Sie haben es von der Person, die die Seite mit Ihnen teilt.',
  'with a password': 'mit Passwort',
  '{days} days': '{days} Tage',
  Share: 'Teilen',
} satisfies Catalog;
