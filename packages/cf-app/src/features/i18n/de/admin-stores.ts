import type { Catalog } from '../translate.ts';

/** Stores in the operators' console. */
export default {
  '1 to 80 characters.': '1 bis 80 Zeichen.',
  '2 to 40 of a–z, 0–9 and hyphens, beginning and ending with a letter or digit; “new” is taken.':
    '2 bis 40 Zeichen aus a–z, 0–9 und Bindestrichen, mit Buchstabe oder Ziffer am Anfang und Ende; „new“ ist vergeben.',
  'A store with this code is being deleted. Wait until that is over, or choose another code.':
    'Ein Shop mit diesem Kürzel wird gerade gelöscht. Warten Sie, bis das vorbei ist, oder wählen Sie ein anderes Kürzel.',
  All: 'Alle',
  'All amounts of the store are in it.': 'Alle Beträge des Shops sind in ihr.',
  'All figures are worked out anew, on days of {zone} instead of {before}.':
    'Alle Zahlen werden neu berechnet, auf Tagen von {zone} statt {before}.',
  'All stores': 'Alle Shops',
  'An IANA time zone such as Europe/Berlin.': 'Eine IANA-Zeitzone wie Europe/Berlin.',
  'An ISO 4217 code such as EUR.': 'Ein Code nach ISO 4217 wie EUR.',
  Archive: 'Archiv',
  'Archive is late': 'Archiv im Rückstand',
  'Asked {time}.': 'Gefragt {time}.',
  Assign: 'Zuordnen',
  Backlog: 'Rückstand',
  'Batches come faster than they are counted. More objects for the store help.':
    'Sendungen kommen schneller, als sie gezählt werden. Mehr Objekte für den Shop helfen.',
  'Change the currency': 'Währung ändern',
  'Change the time zone': 'Zeitzone ändern',
  'Change…': 'Ändern …',
  'Choose an organization': 'Organisation wählen',
  Code: 'Kürzel',
  'Count {slug} in {currency}': '{slug} in {currency} zählen',
  'Create the store': 'Shop anlegen',
  Created: 'Angelegt',
  'Creating…': 'Wird angelegt …',
  Currency: 'Währung',
  'Days counted in': 'Gezählt auf Tagen von',
  'Decides where a day begins. Changing it later works out all figures anew.':
    'Entscheidet, wo ein Tag beginnt. Eine spätere Änderung berechnet alle Zahlen neu.',
  Delete: 'Löschen',
  'Does not answer': 'Antwortet nicht',
  Domains: 'Domains',
  Events: 'Ereignisse',
  'Events and orders are taken in as usual. Until it is over, every answer says that it is not complete. It goes on by itself and needs no page to be open.':
    'Ereignisse und Bestellungen werden wie gewohnt angenommen. Bis es vorbei ist, sagt jede Antwort, dass sie unvollständig ist. Es läuft von selbst weiter, ohne dass eine Seite offen sein muss.',
  'Events and orders are taken in as usual. Until it is over, every answer says that it is not complete; reports of past days then differ from those that were sent.':
    'Ereignisse und Bestellungen werden wie gewohnt angenommen. Bis es vorbei ist, sagt jede Antwort, dass sie unvollständig ist; Berichte vergangener Tage weichen danach von verschickten ab.',
  'Every store, whose it is, what it holds and how its object is doing right now.':
    'Jeder Shop: wem er gehört, was er enthält und wie es seinem Objekt gerade geht.',
  'Everything is archived': 'Alles ist archiviert',
  'Everything the store was told. The audit log says who took it.':
    'Alles, was dem Shop gemeldet wurde. Das Protokoll sagt, wer es mitnahm.',
  Export: 'Export',
  'Figures are on the days of another time zone. A rebuild moves them.':
    'Die Zahlen liegen auf Tagen einer anderen Zeitzone. Ein Neuaufbau verschiebt sie.',
  'Figures are worked out anew. Until it is over, answers say that they are not complete.':
    'Die Zahlen werden neu berechnet. Bis es vorbei ist, sagen Antworten, dass sie unvollständig sind.',
  'Find by name, code, domain, organization': 'Nach Name, Kürzel, Domain, Organisation suchen',
  Fine: 'In Ordnung',
  'First event': 'Erstes Ereignis',
  'Give it to': 'Zuordnen zu',
  'Health of the object': 'Zustand des Objekts',
  'Host names such as shop.example.com, one a line, without https:// or a path.':
    'Hostnamen wie shop.example.com, einer je Zeile, ohne https:// und Pfad.',
  'Host names whose pages may send events, one a line. Without one, no browser may.':
    'Hostnamen, deren Seiten Ereignisse senden dürfen, einer je Zeile. Ohne einen darf es kein Browser.',
  'In addresses and in the shop’s script. It stays as it is.':
    'In Adressen und im Skript des Shops. Es bleibt, wie es ist.',
  'In no organization': 'In keiner Organisation',
  'It decides where a day begins and ends.': 'Sie entscheidet, wo ein Tag beginnt und endet.',
  'It takes events as soon as it is made, and its figures are in its own database.':
    'Er nimmt Ereignisse an, sobald er angelegt ist; seine Zahlen liegen in einer eigenen Datenbank.',
  'Its database is older than this Worker. It is brought up to date when it is asked next.':
    'Seine Datenbank ist älter als dieser Worker. Sie wird bei der nächsten Frage aktualisiert.',
  'Its object did not answer within three seconds. Look again in a moment; the log has store_object_unreachable with the reason.':
    'Sein Objekt antwortete nicht innerhalb von drei Sekunden. Sehen Sie gleich noch einmal nach; im Log steht store_object_unreachable mit dem Grund.',
  'Last event': 'Letztes Ereignis',
  'Look again': 'Erneut nachsehen',
  'Members of {organization} and its API keys no longer see the store, from the next request on. People whom it was granted to by name keep it. Nothing is deleted.':
    'Mitglieder von {organization} und deren API-Schlüssel sehen den Shop ab der nächsten Anfrage nicht mehr. Wem er namentlich freigegeben wurde, behält ihn. Nichts wird gelöscht.',
  'Move {slug} to {zone}': '{slug} nach {zone} verlegen',
  Name: 'Name',
  'Name and domains': 'Name und Domains',
  'Needs a sign-in of a moment ago, and cannot be undone.':
    'Braucht eine Anmeldung von eben und lässt sich nicht rückgängig machen.',
  Never: 'Nie',
  'New store': 'Neuer Shop',
  None: 'Keine',
  'None for now': 'Vorerst keine',
  'Nothing is converted. From now on only orders in {currency} count in amounts; those in {before} are left out, and every answer says how many.':
    'Nichts wird umgerechnet. Ab jetzt zählen in Beträgen nur Bestellungen in {currency}; solche in {before} bleiben außen vor, und jede Antwort sagt, wie viele.',
  'Nothing is lost: changing it back brings the amounts back.':
    'Nichts geht verloren: Wird sie zurückgestellt, sind die Beträge wieder da.',
  Objects: 'Objekte',
  'Old schema': 'Altes Schema',
  'Open its dashboard': 'Dashboard öffnen',
  Orders: 'Bestellungen',
  Organization: 'Organisation',
  Organizations: 'Organisationen',
  'Parked batches': 'Beiseitegelegte Sendungen',
  Rebuild: 'Neu aufbauen',
  'Rebuild the figures of {slug}': 'Zahlen von {slug} neu aufbauen',
  'Rebuild…': 'Neu aufbauen …',
  Rebuilding: 'Wird neu aufgebaut',
  Save: 'Speichern',
  'Saving…': 'Wird gespeichert …',
  'Schema version': 'Schemaversion',
  Size: 'Größe',
  'Size on disk': 'Größe auf der Platte',
  'Some batches could not be counted. They are kept; the log names each as batch_set_aside.':
    'Einige Sendungen konnten nicht gezählt werden. Sie sind aufbewahrt; das Log nennt jede als batch_set_aside.',
  'Some fields cannot be like this.': 'Einige Felder gehen so nicht.',
  State: 'Zustand',
  Store: 'Shop',
  Stores: 'Shops',
  'Take away…': 'Wegnehmen …',
  'Take it away': 'Wegnehmen',
  'The store belongs to no organization.': 'Der Shop gehört zu keiner Organisation.',
  'The store’s object does not answer. Nothing was changed. Try again in a moment.':
    'Das Objekt des Shops antwortet nicht. Nichts wurde geändert. Versuchen Sie es gleich noch einmal.',
  'Their members see the store with the role they have there; their API keys reach it.':
    'Ihre Mitglieder sehen den Shop mit ihrer dortigen Rolle; ihre API-Schlüssel erreichen ihn.',
  'There is a store with this code already. Choose another one.':
    'Es gibt schon einen Shop mit diesem Kürzel. Wählen Sie ein anderes.',
  'There is no store {slug}': 'Es gibt keinen Shop {slug}',
  'There is no such organization any more. Load the page again.':
    'Diese Organisation gibt es nicht mehr. Laden Sie die Seite neu.',
  'There is no such store any more.': 'Diesen Shop gibt es nicht mehr.',
  'This store is being deleted. It goes on by itself.':
    'Dieser Shop wird gerade gelöscht. Das läuft von selbst weiter.',
  'This store is gone.': 'Diesen Shop gibt es nicht mehr.',
  'Time zone': 'Zeitzone',
  'Time zone pending': 'Zeitzone ausstehend',
  'Visitors who were there around the old midnight still count as two.':
    'Besucher, die um die alte Mitternacht da waren, zählen weiterhin doppelt.',
  'What all its amounts are in. Nothing is converted later.':
    'In ihr sind alle Beträge. Später wird nichts umgerechnet.',
  'What came more than two hours ago is not in the archive. It is safe in the object; the log has archive.failed with the reason.':
    'Was vor mehr als zwei Stunden kam, ist nicht im Archiv. Im Objekt ist es sicher; im Log steht archive.failed mit dem Grund.',
  'What people read; the code where it is left out.': 'Was Menschen lesen; ohne Angabe das Kürzel.',
  'Which stores': 'Welche Shops',
  'Works out all figures anew from what the store was told: archive, log and order ledger.':
    'Berechnet alle Zahlen neu aus dem, was dem Shop gemeldet wurde: Archiv, Protokoll und Bestellbuch.',
  '{count} batch to count|{count} batches to count': '{count} Sendung zu zählen|{count} Sendungen zu zählen',
  '{count} line waits since {time}|{count} lines wait since {time}':
    '{count} Zeile wartet seit {time}|{count} Zeilen warten seit {time}',
  '{percent} % done': '{percent} % fertig',
  '{version} of {newest}': '{version} von {newest}',
  'More stores than can be asked at once: the order is of what each said last, {time} or later.':
    'Mehr Shops, als auf einmal gefragt werden können: Die Reihenfolge ist die der jeweils letzten Auskunft, {time} oder später.',
} satisfies Catalog;
