import { Link } from '@tanstack/react-router';
import { CopyButton } from '#/components/copy-button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { AdminHead } from '../admin-frame.tsx';
import { InvitationList } from '../memberships/invitation-list.tsx';
import { MembershipActions } from '../memberships/membership-actions.tsx';
import { roleName, stateName } from '../role-words.ts';
import { Row, Rows, Section } from '../section.tsx';
import { PersonSessions } from './person-sessions.tsx';
import { PersonStores } from './person-stores.tsx';
import type { PersonDetails } from './people.ts';

interface PersonViewProps {
  details: PersonDetails;
  changed: () => Promise<void>;
}

/** One person: what they see and why, where they belong, and where they are signed in. */
export function PersonView({ details, changed }: PersonViewProps) {
  const t = useT();
  const { person, memberships, invitations } = details;
  const called = person.email ?? person.id;
  return (
    <>
      <AdminHead
        title={person.name ?? called}
        actions={
          <CopyButton text={person.id} label={t('Copy user id')}>
            {t('Copy user id')}
          </CopyButton>
        }
      >
        {person.email === null ? t('Nobody with this id has signed in yet.') : person.email}
        {person.email === null || person.emailVerified ? null : ` · ${t('not verified')}`}
        {person.deleted ? ` · ${t('deleted at WorkOS')}` : null} <span className="code">{person.id}</span>
      </AdminHead>
      <div className="grid gap-5">
        <PersonStores details={details} changed={changed} />
        <Section
          title={t('Organizations')}
          about={t('A session is in one organization at a time and shows the stores of that one.')}
        >
          <Rows empty={t('They belong to no organization.')}>
            {memberships.map(({ id, organization, role, status }) => (
              <Row
                key={id}
                actions={
                  <MembershipActions
                    key={`${role} ${status}`}
                    membership={id}
                    person={called}
                    organization={organization.name}
                    role={role}
                    status={status}
                    changed={changed}
                  />
                }
              >
                <Link to="/admin/organizations/$id" params={{ id: organization.id }} className="text-link">
                  {organization.name}
                </Link>
                <p className="text-ink-3">
                  {roleName(role, t)} · {stateName(status, t)}
                </p>
              </Row>
            ))}
          </Rows>
        </Section>
        {invitations.length === 0 ? null : (
          <Section title={t('Invitations')}>
            <InvitationList invitations={invitations} changed={changed} />
          </Section>
        )}
        <PersonSessions user={person.id} sessions={details.sessions} changed={changed} />
      </div>
    </>
  );
}
