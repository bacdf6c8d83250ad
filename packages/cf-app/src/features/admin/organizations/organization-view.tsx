import { Link } from '@tanstack/react-router';
import { useT } from '#/features/i18n/use-t.ts';
import { AdminHead } from '../admin-frame.tsx';
import { InvitationList } from '../memberships/invitation-list.tsx';
import { InviteForm } from '../memberships/invite-form.tsx';
import { MembershipActions } from '../memberships/membership-actions.tsx';
import { roleName, stateName } from '../role-words.ts';
import { Row, Rows, Section } from '../section.tsx';
import { AskWorkOS } from './ask-workos.tsx';
import { DeleteOrganization } from './delete-organization.tsx';
import { OrganizationDomains } from './organization-domains.tsx';
import { OrganizationName } from './organization-name.tsx';
import { OrganizationSignIn } from './organization-sign-in.tsx';
import { OrganizationStores } from './organization-stores.tsx';
import type { OrganizationDetails } from './organizations.ts';
import { PortalLinks } from './portal-links.tsx';

interface OrganizationViewProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** One organization: who is in it, what it owns, and how its people sign in. */
export function OrganizationView({ details, changed }: OrganizationViewProps) {
  const t = useT();
  const { id, name, invitations } = details;
  return (
    <>
      <AdminHead title={name} actions={<AskWorkOS changed={changed} />}>
        <span className="code">{id}</span>
      </AdminHead>
      <div className="grid gap-5">
        <Members details={details} changed={changed} />
        <Section title={t('Invitations')}>
          <InviteForm into={{ id, name }} changed={changed} />
          <InvitationList invitations={invitations} changed={changed} />
        </Section>
        <OrganizationStores details={details} changed={changed} />
        <OrganizationDomains details={details} changed={changed} />
        <OrganizationSignIn details={details} changed={changed} />
        <PortalLinks organization={id} />
        <OrganizationName key={name} details={details} changed={changed} />
        <DeleteOrganization details={details} />
      </div>
    </>
  );
}

function Members({ details, changed }: OrganizationViewProps) {
  const t = useT();
  const { name, members, moreMembers } = details;
  return (
    <Section title={t('Members')}>
      <Rows empty={t('Nobody is in it yet.')}>
        {members.map(({ membership, user, role, status }) => (
          <Row
            key={membership}
            actions={
              <MembershipActions
                key={`${role} ${status}`}
                membership={membership}
                person={user.email}
                organization={name}
                role={role}
                status={status}
                changed={changed}
              />
            }
          >
            <Link to="/admin/people/$id" params={{ id: user.id }} className="text-link">
              {user.name ?? user.email}
            </Link>
            <p className="text-ink-3">
              {user.email} · {roleName(role, t)} · {stateName(status, t)}
            </p>
          </Row>
        ))}
      </Rows>
      {moreMembers > 0 ? (
        <p className="text-ink-3">
          {t('{count} more is found under People.|{count} more are found under People.', {
            count: moreMembers,
          })}
        </p>
      ) : null}
    </Section>
  );
}
