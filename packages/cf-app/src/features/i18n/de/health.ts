import type { Catalog } from '../translate.ts';

export default {
  'After ten failures in a row WorkOS is left alone for a minute, then one call decides. This is the isolate that made this page; others have their own.':
    'Nach zehn Fehlschlägen in Folge wird WorkOS eine Minute in Ruhe gelassen, dann entscheidet ein Aufruf. Dies ist das Isolate, das diese Seite erstellt hat; andere haben ihren eigenen Stand.',
  Alerts: 'Alarme',
  'Alerts go to the log only: neither a webhook nor e-mail is configured.':
    'Alarme gehen nur ins Log: Weder Webhook noch E-Mail ist eingerichtet.',
  'Alerts go to: {channels}.': 'Alarme gehen an: {channels}.',
  Answers: 'Antwortet',
  'As of {time}': 'Stand {time}',
  'Circuit breakers': 'Schutzschalter',
  'Closed: calls go through': 'Geschlossen: Aufrufe gehen durch',
  'Does not answer': 'Antwortet nicht',
  'Events go straight to the object of their store, which keeps them until they are counted':
    'Ereignisse gehen direkt an das Objekt ihres Shops, das sie aufbewahrt, bis sie gezählt sind',
  'Events that stand still': 'Ereignisse, die feststecken',
  'Everything answers.': 'Alles antwortet.',
  'Everything compared': 'Alles verglichen',
  Health: 'Zustand',
  'It was on its way for': 'Er war unterwegs',
  'Last webhook': 'Letzter Webhook',
  'Look again': 'Erneut nachsehen',
  'Needed for': 'Gebraucht für',
  Never: 'Nie',
  'News from WorkOS': 'Neuigkeiten von WorkOS',
  'None. Every event that came was worked through.': 'Keine. Jedes Ereignis, das kam, wurde verarbeitet.',
  'Not looked at yet': 'Noch nicht nachgesehen',
  'Not tried yet': 'Noch nicht versucht',
  'Nothing yet. The check runs every minute; where no schedule runs, never.':
    'Noch nichts. Die Prüfung läuft jede Minute; wo kein Zeitplan läuft, nie.',
  'Of those, missed by webhooks': 'Davon von Webhooks verpasst',
  'Open since {time}': 'Offen seit {time}',
  'Parked after {count} attempt, came {time}|Parked after {count} attempts, came {time}':
    'Beiseitegelegt nach {count} Versuch, gekommen {time}|Beiseitegelegt nach {count} Versuchen, gekommen {time}',
  'Parked events': 'Beiseitegelegte Ereignisse',
  Part: 'Teil',
  Queues: 'Warteschlangen',
  'Signing in, renewing sessions, API keys': 'Anmelden, Sitzungen erneuern, API-Schlüssel',
  'Something does not answer. Most things work.': 'Etwas antwortet nicht. Das meiste funktioniert.',
  State: 'Zustand',
  'Stores, ended sessions, the audit log: everything': 'Shops, beendete Sitzungen, das Protokoll: alles',
  'The archive. Nothing is lost meanwhile; it is written later':
    'Das Archiv. Nichts geht verloren; es wird später geschrieben',
  'The database does not answer: nobody is let in, and no events are taken.':
    'Die Datenbank antwortet nicht: Niemand wird eingelassen, und keine Ereignisse werden angenommen.',
  'The record cannot be read right now.': 'Die Aufzeichnung kann gerade nicht gelesen werden.',
  'There are none': 'Es gibt keine',
  'Try again': 'Noch einmal versuchen',
  'Try all again': 'Alle erneut versuchen',
  'Try {event} again': '{event} erneut versuchen',
  'Waiting after {count} attempt, came {time}|Waiting after {count} attempts, came {time}':
    'Wartet nach {count} Versuch, gekommen {time}|Wartet nach {count} Versuchen, gekommen {time}',
  'Waiting events': 'Wartende Ereignisse',
  'What changed': 'Was sich änderte',
  'Who sees which store': 'Wer welchen Shop sieht',
  WorkOS: 'WorkOS',
  'WorkOS (signing keys)': 'WorkOS (Signaturschlüssel)',
  'WorkOS asked for events': 'WorkOS nach Ereignissen gefragt',
  'WorkOS does not keep the accounts here, or the record cannot be read right now.':
    'Hier führt nicht WorkOS die Konten, oder die Aufzeichnung kann gerade nicht gelesen werden.',
  'WorkOS’s API': 'API von WorkOS',
  'WorkOS’s signing keys': 'Signaturschlüssel von WorkOS',
  'no reason known': 'kein Grund bekannt',
  '{state} since {time}': '{state} seit {time}',
  '{target} answers': '{target} antwortet',
  '{target} does not answer ({reason})': '{target} antwortet nicht ({reason})',
  '{waiting}, since {time}': '{waiting}, seit {time}',
} satisfies Catalog;
