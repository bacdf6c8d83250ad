import type { Catalog } from '../translate.ts';

/** What all pages of the console have: frame, tables, dialogs, and the audit log. */
export default {
  'Access of people': 'Zugang von Personen',
  After: 'Nachher',
  All: 'Alle',
  'Audit log': 'Protokoll',
  'Back to the list': 'Zurück zur Liste',
  Before: 'Vorher',
  Cancel: 'Abbrechen',
  'Command line': 'Kommandozeile',
  Console: 'Konsole',
  'Every change of access: who made it, from where, and what was before and after.':
    'Jede Änderung von Zugängen: von wem, von wo, und was vorher und nachher galt.',
  'Export CSV': 'Als CSV exportieren',
  'Find by person, store, request id': 'Person, Shop oder Anfrage-ID suchen',
  'From where': 'Von wo',
  'HTTP API': 'HTTP-API',
  Invitations: 'Einladungen',
  Memberships: 'Mitgliedschaften',
  Next: 'Weiter',
  'No entries yet.': 'Noch keine Einträge.',
  'No stores yet.': 'Noch keine Shops.',
  'Not recorded': 'Nicht aufgezeichnet',
  'Nothing fits that.': 'Dazu passt nichts.',
  Previous: 'Zurück',
  'Shop platforms': 'Shop-Plattformen',
  'Show all': 'Alle zeigen',
  'Sign-in is not answering, so nothing can be changed right now.':
    'Die Anmeldung antwortet nicht, deshalb lässt sich gerade nichts ändern.',
  'That did not work.': 'Das hat nicht geklappt.',
  'That did not work. Check your connection and try again.':
    'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'That did not work. Nothing was changed. Try again in a moment.':
    'Das hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  'Type {name} to go on': 'Geben Sie {name} ein, um fortzufahren',
  What: 'Was',
  'What changes are about': 'Worum es bei Änderungen geht',
  When: 'Wann',
  Who: 'Wer',
  Whose: 'Wessen',
  'WorkOS did not answer as it should. Nothing was changed here. Try again in a moment: it will not happen twice.':
    'WorkOS hat nicht geantwortet, wie es sollte. Hier wurde nichts geändert. Versuchen Sie es gleich noch einmal: Es geschieht nicht doppelt.',
  'WorkOS does not keep the accounts of this deployment.':
    'WorkOS führt die Konten dieser Installation nicht.',
  'WorkOS made the change, but it could not be recorded here. Try again: it will not happen twice.':
    'WorkOS hat die Änderung gemacht, aber sie konnte hier nicht aufgezeichnet werden. Versuchen Sie es noch einmal: Es geschieht nicht doppelt.',
  'WorkOS refused that. Nothing was changed.': 'WorkOS hat das abgelehnt. Es wurde nichts geändert.',
  'You are not an administrator any more.': 'Sie gehören nicht mehr zur Verwaltung.',
  '{first}–{last} of {total}': '{first}–{last} von {total}',
} satisfies Catalog;
