import type { MirrorChange } from './changes-of-event.ts';
import { type MirroredRecord, type MirrorTable, PERSONAL_COLUMNS } from './records.ts';

/** A version after every event of the same millisecond: what WorkOS answered when it was asked for its state. */
export const AS_ASKED = '~';

/**
 * The statements that bring the mirror to what a change says, together with what follows for sessions. Run in one batch.
 * In any order, and however often, the newest change of a record wins, and nothing that was deleted comes back.
 *
 * @param version orders changes of one millisecond: the event's id
 * @param now epoch ms
 */
export function changeStatements(
  db: D1Database,
  change: MirrorChange,
  version: string,
  now: number,
): readonly D1PreparedStatement[] {
  switch (change.kind) {
    case 'put':
      return [
        putStatement(db, change.record, version),
        ...endSessionsAfter(db, change.record.table, change.record.id, now),
      ];
    case 'delete':
      return [
        deleteStatement(db, change.record, version, change.at),
        ...endSessionsAfter(db, change.record.table, change.record.id, now),
      ];
    case 'begin-session':
      return [knownSession(db, change.sid, change.userId, change.organizationId, change.at)];
    case 'end-session':
      return [
        db
          .prepare('INSERT INTO revoked_session (sid, revoked_at) VALUES (?, ?) ON CONFLICT (sid) DO NOTHING')
          .bind(change.sid, now),
      ];
  }
}

/** Remembers where a session is, so that it can be ended with the access it was begun with. @param at epoch ms */
export function knownSession(
  db: D1Database,
  sid: string,
  userId: string,
  organizationId: string | null,
  at: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO known_session (sid, user_id, organization_id, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (sid) DO UPDATE SET organization_id = excluded.organization_id, seen_at = excluded.seen_at
       WHERE excluded.seen_at >= known_session.seen_at`,
    )
    .bind(sid, userId, organizationId, at);
}

function putStatement(db: D1Database, record: MirroredRecord, version: string): D1PreparedStatement {
  const { table } = record;
  const columns = ['id', ...Object.keys(record.values), 'updated_at', 'version'];
  return db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}
       WHERE ${table}.deleted_at IS NULL
         AND (excluded.updated_at, excluded.version) > (${table}.updated_at, ${table}.version)`,
    )
    .bind(record.id, ...Object.values(record.values), record.updatedAt, version);
}

function deleteStatement(
  db: D1Database,
  record: MirroredRecord,
  version: string,
  at: number,
): D1PreparedStatement {
  const { table } = record;
  const values = { ...record.values, ...PERSONAL_COLUMNS[table] };
  const columns = ['id', ...Object.keys(values), 'updated_at', 'version', 'deleted_at'];
  return db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}
       WHERE ${table}.deleted_at IS NULL`,
    )
    .bind(record.id, ...Object.values(values), record.updatedAt, version, at);
}

/** Which sessions end, by what the mirror says once the change is in it: an old change of somebody who is back ends none. */
const ENDED: Readonly<Partial<Record<MirrorTable, string>>> = {
  user: `SELECT s.sid FROM user JOIN known_session s ON s.user_id = user.id
         WHERE user.id = ?1 AND user.deleted_at IS NOT NULL`,
  membership: `SELECT s.sid FROM membership m
               JOIN known_session s ON s.user_id = m.user_id AND s.organization_id = m.organization_id
               WHERE m.id = ?1 AND (m.status = 'inactive' OR m.deleted_at IS NOT NULL)`,
  organization: `SELECT s.sid FROM organization o JOIN known_session s ON s.organization_id = o.id
                 WHERE o.id = ?1 AND o.deleted_at IS NOT NULL`,
  directory_user: `SELECT s.sid FROM directory_user d JOIN user ON user.email = d.email AND d.email <> ''
                   JOIN known_session s ON s.user_id = user.id AND s.organization_id = d.organization_id
                   WHERE d.id = ?1 AND (d.state <> 'active' OR d.deleted_at IS NOT NULL)
                     AND NOT EXISTS (SELECT 1 FROM directory_user a WHERE a.email = d.email
                       AND a.organization_id = d.organization_id AND a.state = 'active' AND a.deleted_at IS NULL)`,
};

/** Ends the sessions of those who lost their access by a change of this row. @param now epoch ms */
export function endSessionsAfter(
  db: D1Database,
  table: MirrorTable,
  id: string,
  now: number,
): readonly D1PreparedStatement[] {
  const ended = ENDED[table];
  if (ended === undefined) return [];
  return [
    db
      .prepare(
        `INSERT INTO revoked_session (sid, revoked_at) SELECT sid, ?2 FROM (${ended}) WHERE true
         ON CONFLICT (sid) DO NOTHING`,
      )
      .bind(id, now),
  ];
}
