import { sessionsRevokedIn } from '@layerkick/auth/session/revoked-sessions';
import { StoreStats as MeasuredStore } from '@layerkick/stats/store-stats';
import { HeldStore } from './store-held.ts';

/** The store's object, who also knows where it is written which sessions were ended. */
export class StoreStats extends (LOCAL_BUILD ? HeldStore : MeasuredStore) {
  protected override endedSessions(sessions: readonly string[]): Promise<ReadonlySet<string>> {
    return sessionsRevokedIn(this.env.DB, sessions);
  }
}
