import type { Catalog } from '../translate.ts';

export default {
  'A store has at most 1,000 annotations.': 'Ein Shop hat höchstens 1.000 Anmerkungen.',
  'Add the annotation': 'Anmerkung hinzufügen',
  Annotations: 'Anmerkungen',
  Close: 'Schließen',
  Day: 'Tag',
  Edit: 'Bearbeiten',
  'Edit “{text}”': '„{text}“ bearbeiten',
  'Everybody who sees the store sees it.': 'Alle, die den Shop sehen, sehen sie.',
  'It is gone, or somebody else’s.': 'Sie ist weg oder von jemand anderem.',
  Remove: 'Entfernen',
  'Remove “{text}”': '„{text}“ entfernen',
  'Right click or S: say what happened on a day.': 'Rechtsklick oder S: sagen, was an einem Tag geschah.',
  Save: 'Speichern',
  'What happened': 'Was geschah',
  'What happened on a day, as a flag on the chart for everybody who sees the store.':
    'Was an einem Tag geschah, als Fähnchen im Diagramm für alle, die den Shop sehen.',
} satisfies Catalog;
