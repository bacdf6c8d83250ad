import type { Catalog } from '../translate.ts';

export default {
  'a page begins with': 'eine Seite beginnt mit',
  'a page contains': 'eine Seite enthält',
  'a page is': 'eine Seite ist',
  'A store has at most 20 goals.': 'Ein Shop hat höchstens 20 Ziele.',
  'Add the goal': 'Ziel hinzufügen',
  'an event is': 'ein Ereignis ist',
  'Event {value}': 'Ereignis {value}',
  Goal: 'Ziel',
  Goals: 'Ziele',
  'Name of the goal': 'Name des Ziels',
  Newsletter: 'Newsletter',
  'Page or event': 'Seite oder Ereignis',
  'Page {value}': 'Seite {value}',
  'Pages that begin with {value}': 'Seiten, die mit {value} beginnen',
  'Pages that contain {value}': 'Seiten, die {value} enthalten',
  'Reached when': 'Erreicht, wenn',
  Remove: 'Entfernen',
  'Remove the goal {name}': 'Ziel {name} entfernen',
  'Sessions with it': 'Sitzungen damit',
  'Share of sessions': 'Anteil der Sitzungen',
  'What you want visitors to do. A goal is reached in a session where it happened at least once.':
    'Was Besucher tun sollen. Ein Ziel ist in einer Sitzung erreicht, in der es mindestens einmal geschah.',
  'No goals yet.': 'Noch keine Ziele.',
} satisfies Catalog;
