import type { Catalog } from '../translate.ts';

/** What every page has around its content, with `components`. */
export default {
  'All {count} stores': 'Alle {count} Shops',
  Copied: 'Kopiert',
  Copy: 'Kopieren',
  'Copy request id': 'Anfrage-ID kopieren',
  Dark: 'Dunkel',
  'Find a store': 'Shop suchen',
  'Go to your stores': 'Zu Ihren Shops',
  Language: 'Sprache',
  'LayerKick, your stores': 'LayerKick, Ihre Shops',
  Leave: 'Verlassen',
  Light: 'Hell',
  'Loading…': 'Lädt …',
  'No access': 'Kein Zugang',
  'No store fits “{find}”.': 'Kein Shop passt zu „{find}“.',
  'Operators’ console': 'Betriebskonsole',
  Organizations: 'Organisationen',
  Settings: 'Einstellungen',
  Retry: 'Erneut versuchen',
  'Sign in with single sign-on': 'Mit Single Sign-on anmelden',
  'Sign in with your organization': 'Melden Sie sich über Ihre Organisation an',
  'Sign out': 'Abmelden',
  'Sign-in is not answering. Your stores keep recording, and nothing is lost.':
    'Die Anmeldung antwortet nicht. Ihre Shops zeichnen weiter auf, nichts geht verloren.',
  'Skip to content': 'Zum Inhalt',
  'Something failed on our side. Your stores keep recording, and nothing is lost.':
    'Bei uns ist etwas fehlgeschlagen. Ihre Shops zeichnen weiter auf, nichts geht verloren.',
  'Store:': 'Shop:',
  Stores: 'Shops',
  System: 'System',
  'The address may be mistyped, or the page has moved.':
    'Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen.',
  'This did not load.': 'Das wurde nicht geladen.',
  Theme: 'Farbschema',
  'There is no such page': 'Diese Seite gibt es nicht',
  'This page did not load': 'Diese Seite wurde nicht geladen',
  'Try again': 'Noch einmal versuchen',
  'Use another account': 'Anderes Konto verwenden',
  'We cannot tell who you are': 'Wir können nicht feststellen, wer Sie sind',
  'You are looking at {organization}, which is not your organization. This visit is in the audit log.':
    'Sie sehen {organization}, nicht Ihre eigene Organisation. Dieser Besuch steht im Protokoll.',
  'You are signed in as {who}. Whoever runs the store here can let you in.':
    'Sie sind als {who} angemeldet. Wer den Shop hier betreut, kann Ihnen Zugang geben.',
  'You do not have access to this page': 'Sie haben keinen Zugang zu dieser Seite',
  'You do not have access to {store}': 'Sie haben keinen Zugang zu {store}',
  'Your organization requires its single sign-on, and you signed in another way. Nothing else about your account changes.':
    'Ihre Organisation verlangt ihr Single Sign-on, und Sie haben sich anders angemeldet. An Ihrem Konto ändert sich sonst nichts.',
  '<b>Sign-in is not answering.</b> Your figures are up to date; nothing can be changed until it is back.':
    '<b>Die Anmeldung antwortet nicht.</b> Ihre Zahlen sind aktuell; ändern lässt sich nichts, bis sie wieder da ist.',
  '{initials}: account of {name}': '{initials}: Konto von {name}',
  '{operator} is signed in as {person}.': '{operator} ist als {person} angemeldet.',
  '{operator} is signed in as {person}: {reason}.': '{operator} ist als {person} angemeldet: {reason}.',
} satisfies Catalog;
