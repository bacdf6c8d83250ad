import { utcTime } from '#/features/health/utc-time.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { ActionButton } from '../action-button.tsx';
import type { InvitationRow } from '../people/people.ts';
import { roleName, stateName } from '../role-words.ts';
import { Row, Rows } from '../section.tsx';
import { resendInvitation, revokeInvitation } from './memberships.functions.ts';

interface InvitationListProps {
  invitations: readonly InvitationRow[];
  changed: () => Promise<void>;
}

/** Invitations with what became of them, and what can be done about those that wait. */
export function InvitationList({ invitations, changed }: InvitationListProps) {
  const t = useT();
  return (
    <Rows empty={t('No invitations.')}>
      {invitations.map(({ id, email, organization, role, state, expiresAt }) => (
        <Row
          key={id}
          actions={
            state === 'pending' ? (
              <>
                <ActionButton
                  label={t('Send the invitation of {email} again', { email })}
                  ask={() => resendInvitation({ data: { invitation: id } })}
                  done={changed}
                  said={t('Sent again.')}
                >
                  {t('Send again')}
                </ActionButton>
                <ActionButton
                  label={t('Revoke the invitation of {email}', { email })}
                  look="quiet"
                  ask={() => revokeInvitation({ data: { invitation: id } })}
                  done={changed}
                >
                  {t('Revoke')}
                </ActionButton>
              </>
            ) : undefined
          }
        >
          <p className="text-ink">
            {email} · {stateName(state, t)}
          </p>
          <p className="text-ink-3">
            {organization === null ? t('No organization') : organization.name} · {roleName(role, t)}
            {expiresAt === null || state !== 'pending'
              ? null
              : ` · ${t('until {time}', { time: utcTime(expiresAt) })}`}
          </p>
        </Row>
      ))}
    </Rows>
  );
}
