import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { replayEvents } from './inbox.server.ts';

/**
 * Works events through again that could not be, because somebody asks for it: one by its id, or all of them. In the audit
 * log first, since it may change who sees what.
 */
export async function replayRecorded(db: D1Database, event: string | null, change: Change) {
  await auditStatement(db, change, {
    action: 'mirror.replay',
    target: event === null ? 'event:unfinished' : `event:${event}`,
    before: null,
    after: null,
  }).run();
  return replayEvents(db, event === null ? 'unfinished' : { id: event }, change.at);
}
