import { type Database, insertRows, insertStatement } from './database.ts';
import { countOrders } from './postings.ts';
import { type SessionRow, sessionRow, SESSION_COLUMNS, visitOfRow } from './session-row.ts';
import { type Hit, SESSION_GAP_MS } from './sessionize.ts';
import { mergeVisits, type Visit } from './visit.ts';

/** A visit as new hits show it; it may turn out to be part of one that is known already. */
export interface NewVisit {
  readonly hits: readonly Hit[];
  readonly visit: Visit;
}

/**
 * Writes new visits to the sessions that they belong to: those within 30 minutes of one of their hits, by the same
 * sender. Late hits may join sessions that were two so far. Returns the session of each visit.
 */
export function placeVisits(db: Database, visits: readonly NewVisit[]): number[] {
  const groups = groupByNeighbours(visits.length, findNeighbours(db, visits));
  const known = readSessions(
    db,
    groups.flatMap(({ sessions }) => sessions),
  );
  let nextId = (db.all<{ id: number | null }>('SELECT MAX(id) AS id FROM session')[0]?.id ?? 0) + 1;
  const placed: number[] = visits.map(() => 0);
  const rows = groups.map(({ members, sessions }) => {
    const parts = [
      ...members.flatMap((member) => visits[member]?.visit ?? []),
      ...sessions.flatMap((session) => known.get(session) ?? []),
    ];
    const id = sessions[0] ?? nextId++;
    for (const member of members) placed[member] = id;
    return sessionRow(id, parts.reduce(mergeVisits));
  });
  insertRows(db, REPLACE_SESSION, rows);
  for (const { sessions } of groups) joinSessions(db, sessions);
  // Replacing a session forgets its orders.
  countOrders(db, known.keys());
  return placed;
}

const REPLACE_SESSION = insertStatement('INSERT OR REPLACE', 'session', SESSION_COLUMNS);

function findNeighbours(db: Database, visits: readonly NewVisit[]) {
  const senders = visits.flatMap(({ hits }, member) => {
    const seen = new Map<string, { from: number; to: number }>();
    for (const { visitor, prior, at } of hits) {
      for (const hash of prior === null ? [visitor] : [visitor, prior]) {
        const span = seen.get(hash);
        seen.set(hash, { from: Math.min(span?.from ?? at, at), to: Math.max(span?.to ?? at, at) });
      }
    }
    return [...seen].map(([hash, { from, to }]) => [
      member,
      hash,
      from - SESSION_GAP_MS,
      to + SESSION_GAP_MS,
    ]);
  });
  return db.all<{ member: number; session: number }>(
    `WITH sender AS MATERIALIZED
       (SELECT value ->> 0 AS member, value ->> 1 AS hash, value ->> 2 AS since, value ->> 3 AS until FROM json_each(?))
     SELECT member, session FROM sender CROSS JOIN event
       ON event.visitor = hash AND event.at BETWEEN since AND until
     UNION
     SELECT member, session FROM sender CROSS JOIN event
       ON event.prior = hash AND event.at BETWEEN since AND until`,
    JSON.stringify(senders),
  );
}

interface Group {
  members: number[];
  /** Ascending; the visits go into the first, the others are joined to it. */
  sessions: number[];
}

/** New visits that touch the same session are one visit, and so are sessions touched by the same new visit. */
function groupByNeighbours(
  count: number,
  neighbours: readonly { member: number; session: number }[],
): readonly Group[] {
  const groupOfMember = Array.from({ length: count }, (_, member): Group => ({
    members: [member],
    sessions: [],
  }));
  const groupOfSession = new Map<number, Group>();
  for (const { member, session } of neighbours) {
    const group = groupOfMember[member];
    const other = groupOfSession.get(session);
    if (!group || group === other) continue;
    for (const joined of other?.members ?? []) {
      group.members.push(joined);
      groupOfMember[joined] = group;
    }
    for (const joined of other?.sessions ?? [session]) {
      group.sessions.push(joined);
      groupOfSession.set(joined, group);
    }
  }
  const groups = new Set(groupOfMember);
  for (const group of groups) group.sessions.sort((a, b) => a - b);
  return [...groups];
}

function readSessions(db: Database, ids: readonly number[]): Map<number, Visit> {
  if (ids.length === 0) return new Map();
  const rows = db.all<SessionRow>(
    'SELECT * FROM session WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, visitOfRow(row)]));
}

/** Everything of the sessions after the first becomes part of the first. */
function joinSessions(db: Database, [first, ...others]: readonly number[]): void {
  if (first === undefined || others.length === 0) return;
  const ids = JSON.stringify(others);
  for (const table of ['event', 'item', 'posting']) {
    db.run(`UPDATE ${table} SET session = ? WHERE session IN (SELECT value FROM json_each(?))`, first, ids);
  }
  db.run('DELETE FROM session WHERE id IN (SELECT value FROM json_each(?))', ids);
}
