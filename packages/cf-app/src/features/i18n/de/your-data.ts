import type { Catalog } from '../translate.ts';

/** Export and deletion of a store, for whoever manages it and for operators. */
export default {
  '1 entry': '1 Eintrag',
  Archive: 'Archiv',
  'Begun {time}. This was removed:': 'Begonnen {time}. Entfernt wurde:',
  'Connected: {sources}, deliveries: {deliveries}': 'Verbunden: {sources}, Zustellungen: {deliveries}',
  'Copy the receipt': 'Beleg kopieren',
  'Database of the store': 'Datenbank des Shops',
  'Delete for good': 'Endgültig löschen',
  'Delete the store…': 'Shop löschen …',
  'Delete {slug}': '{slug} löschen',
  'Events: {events}, batches: {batches}, entries about orders: {entries}, {size}':
    'Ereignisse: {events}, Sendungen: {batches}, Einträge zu Bestellungen: {entries}, {size}',
  'Every event and order of the store is deleted, from its database and from the archive. Nobody sees it any more, its shop platforms are disconnected, and what its script sends is refused.':
    'Alle Ereignisse und Bestellungen des Shops werden gelöscht, in seiner Datenbank und im Archiv. Niemand sieht ihn mehr, seine Shop-Plattformen werden getrennt, und was sein Skript sendet, wird abgewiesen.',
  'Export as NDJSON': 'Als NDJSON exportieren',
  'Export as SQLite': 'Als SQLite exportieren',
  'Finish the deletion…': 'Löschen abschließen …',
  'It cannot be undone. Export the data first if you may need it. Only the audit log stays.':
    'Das lässt sich nicht rückgängig machen. Exportieren Sie die Daten vorher, wenn Sie sie noch brauchen könnten. Nur das Protokoll bleibt.',
  'List of stores': 'Liste der Shops',
  'People who could see it': 'Personen, die ihn sehen konnten',
  Receipt: 'Beleg',
  'Receipt: {slug} was deleted': 'Beleg: {slug} wurde gelöscht',
  'SQLite: one file with tables of events and orders that any SQLite tool opens. NDJSON: one JSON object a line, for programs. Visitors are hashes in both.':
    'SQLite: eine Datei mit Tabellen der Ereignisse und Bestellungen, die jedes SQLite-Werkzeug öffnet. NDJSON: ein JSON-Objekt je Zeile, für Programme. Besucher sind in beiden nur Prüfsummen.',
  'Shop platforms': 'Shop-Plattformen',
  'That is not the code of the store. Nothing was deleted.':
    'Das ist nicht das Kürzel des Shops. Nichts wurde gelöscht.',
  'The audit log keeps this receipt. Backups of the databases end within 30 days.':
    'Das Protokoll bewahrt diesen Beleg auf. Sicherungen der Datenbanken enden innerhalb von 30 Tagen.',
  'The store also belongs to somebody else. Ask us to delete it.':
    'Der Shop gehört auch jemand anderem. Bitten Sie uns, ihn zu löschen.',
  'There is no such store any more.': 'Diesen Shop gibt es nicht mehr.',
  'Your data': 'Ihre Daten',
  '{count} file, {size}|{count} files, {size}': '{count} Datei, {size}|{count} Dateien, {size}',
  '{count} person|{count} people': '{count} Person|{count} Personen',
} satisfies Catalog;
