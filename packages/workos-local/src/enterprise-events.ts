import type { Records } from './emulator.ts';

/** Says what happens to connections and directories by the names of the hosted service; the emulator has its own. */
export function nameEnterpriseEvents(records: Records): void {
  const tell = (event: string, data: object) => {
    records.events.insert({ object: 'event', event, data: { ...data }, environment_id: null });
  };
  records.connections.setHooks({
    onInsert: (one) => {
      if (one.state === 'active') tell('connection.activated', one);
    },
    onUpdate: (one) => tell(one.state === 'active' ? 'connection.activated' : 'connection.deactivated', one),
    onDelete: (one) => tell('connection.deleted', one),
  });
  records.directories.setHooks({
    onInsert: (one) => tell('dsync.activated', one),
    onDelete: (one) => tell('dsync.deleted', one),
  });
  records.directoryUsers.setHooks({
    onInsert: (one) => tell('dsync.user.created', one),
    onUpdate: (one) => tell('dsync.user.updated', one),
    onDelete: (one) => tell('dsync.user.deleted', one),
  });
}
