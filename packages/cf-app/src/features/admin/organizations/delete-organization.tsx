import { useNavigate } from '@tanstack/react-router';
import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { dropOrganization } from './organizations.functions.ts';
import type { OrganizationDetails } from './organizations.ts';

/** Deletes an organization for good, after saying what goes with it and what stays. */
export function DeleteOrganization({ details }: { details: OrganizationDetails }) {
  const t = useT();
  const words = useWords();
  const navigate = useNavigate();
  const { id: organization, name, members, moreMembers, stores } = details;
  return (
    <Section title={t('Delete')} about={t('Needs a sign-in of a moment ago, and cannot be undone.')}>
      <div>
        <ConfirmByName
          label={t('Delete the organization…')}
          title={t('Delete {organization}', { organization: name })}
          name={name}
          action={t('Delete for good')}
          look="danger"
          words={words}
          ask={() => dropOrganization({ data: { organization, confirmed: name } })}
          done={() => navigate({ to: '/admin/organizations' })}
        >
          <p>
            {t(
              '{count} member is signed out of it and loses what they see through it, from the next click on.|{count} members are signed out of it and lose what they see through it, from the next click on.',
              { count: members.length + moreMembers },
            )}
          </p>
          <p>
            {t(
              'WorkOS deletes its invitations, domains, single sign-on, directory and API keys, too. Accounts of people stay.',
            )}
          </p>
          {stores.length === 0 ? null : (
            <p>
              {t('No store is deleted. These are taken from it: {stores}.', {
                stores: stores.map((store) => store.name).join(', '),
              })}
            </p>
          )}
        </ConfirmByName>
      </div>
    </Section>
  );
}
