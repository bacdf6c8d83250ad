/** Who changes something, when, and under which request: goes with every change of a store or of access. */
export interface Change {
  /** `operator`, or the principal's id. */
  readonly actor: string;
  readonly requestId: string;
  /** Epoch ms. */
  readonly at: number;
  /** Left out where nobody asked: what runs by the clock. */
  readonly from?: Origin;
}

/** Where a change was asked for. */
export interface Origin {
  readonly via: (typeof VIAS)[number];
  /** The sender's IP address, as Cloudflare says it; null on this machine. */
  readonly address: string | null;
}

export const VIAS = ['console', 'settings', 'api', 'command'] as const;

export interface AuditEntry {
  readonly action:
    | 'store.create'
    | 'store.edit'
    | 'store.shards'
    | 'store.currency'
    | 'store.time_zone'
    | 'store.rebuild'
    | 'store.demo'
    | 'store.export'
    | 'store.delete'
    | 'store.deleted'
    | 'source.connect'
    | 'source.disconnect'
    | 'share.create'
    | 'share.revoke'
    | 'goal.create'
    | 'goal.delete'
    | 'access.grant'
    | 'access.revoke'
    | 'access.set'
    | 'session.end'
    | 'organization.assign'
    | 'organization.unassign'
    | 'organization.slug'
    | 'organization.create'
    | 'organization.rename'
    | 'organization.delete'
    | 'organization.domain_add'
    | 'organization.domain_verify'
    | 'organization.domain_remove'
    | 'organization.policy'
    | 'organization.portal_link'
    | 'membership.auto_join'
    | 'mirror.replay'
    | 'membership.role'
    | 'membership.deactivate'
    | 'membership.reactivate'
    | 'membership.remove'
    | 'invitation.send'
    | 'invitation.resend'
    | 'invitation.revoke'
    | 'tenant.visit'
    | 'tenant.leave'
    | 'key.create'
    | 'key.revoke';
  /** What was changed: `store:fmdf`, `user:user_…`. */
  readonly target: string;
  /** Any JSON value; null where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The statement that records a change; run it in one batch with the change itself where that is in D1 too. */
export function auditStatement(db: D1Database, change: Change, entry: AuditEntry): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO audit_log (at, actor, action, target, before, after, request_id, via, address)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      change.at,
      change.actor,
      entry.action,
      entry.target,
      jsonOrNull(entry.before),
      jsonOrNull(entry.after),
      change.requestId,
      change.from?.via ?? null,
      change.from?.address ?? null,
    );
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
