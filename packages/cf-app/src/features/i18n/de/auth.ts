import type { Catalog } from '../translate.ts';

export default {
  'A sign-in has to be finished within ten minutes. Nothing was changed; begin again.':
    'Eine Anmeldung muss innerhalb von zehn Minuten abgeschlossen sein. Es wurde nichts geändert; beginnen Sie neu.',
  'It was begun in another browser or tab, or has been used already. Begin again in this one.':
    'Sie wurde in einem anderen Browser oder Tab begonnen oder schon benutzt. Beginnen Sie hier neu.',
  'See you soon.': 'Bis bald.',
  'Sign in': 'Anmelden',
  'Sign out': 'Abmelden',
  'Sign out?': 'Abmelden?',
  'Sign-in is not available right now': 'Die Anmeldung ist gerade nicht verfügbar',
  'Stay signed in': 'Angemeldet bleiben',
  'That took too long': 'Das hat zu lange gedauert',
  'The sign-in service does not answer as it should. Your data is not affected; try again in a moment.':
    'Der Anmeldedienst antwortet nicht, wie er sollte. Ihre Daten sind nicht betroffen; versuchen Sie es gleich noch einmal.',
  'The sign-in was cancelled or not accepted. If it happens again, tell whoever invited you.':
    'Die Anmeldung wurde abgebrochen oder nicht angenommen. Geschieht das wieder, sagen Sie es der Person, die Sie eingeladen hat.',
  'This sign-in cannot be finished here': 'Diese Anmeldung lässt sich hier nicht abschließen',
  'Try again': 'Noch einmal versuchen',
  'You are signed out': 'Sie sind abgemeldet',
  'You are still signed in. Signing out was not asked for from within LayerKick.':
    'Sie sind noch angemeldet. Das Abmelden wurde nicht aus LayerKick heraus verlangt.',
  'You were not signed in': 'Sie wurden nicht angemeldet',
} satisfies Catalog;
