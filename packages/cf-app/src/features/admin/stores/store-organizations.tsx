import { Link } from '@tanstack/react-router';
import { useT } from '#/features/i18n/use-t.ts';
import { ChooseForm } from '../choose-form.tsx';
import { giveStore } from '../ownership/ownership.functions.ts';
import { TakeStoreAway } from '../ownership/take-store-away.tsx';
import { Row, Rows, Section } from '../section.tsx';
import type { StoreDetail } from './stores.ts';

interface StoreOrganizationsProps {
  detail: StoreDetail;
  changed: () => Promise<void>;
}

/** Whose the store is: members of these organizations see it with their role. */
export function StoreOrganizations({ detail: { store, others }, changed }: StoreOrganizationsProps) {
  const t = useT();
  return (
    <Section
      title={t('Organizations')}
      about={t('Their members see the store with the role they have there; their API keys reach it.')}
    >
      <Rows empty={t('The store belongs to no organization.')}>
        {store.organizations.map((organization) => (
          <Row
            key={organization.id}
            actions={<TakeStoreAway store={store} organization={organization} changed={changed} />}
          >
            <Link to="/admin/organizations/$id" params={{ id: organization.id }} className="text-link">
              {organization.name}
            </Link>{' '}
            <span className="code">{organization.id}</span>
          </Row>
        ))}
      </Rows>
      <ChooseForm
        label={t('Give it to')}
        placeholder={t('Choose an organization')}
        choices={others.map(({ id, name }) => ({ value: id, name }))}
        action={t('Assign')}
        ask={(organization) => giveStore({ data: { organization, store: store.slug } })}
        done={changed}
      />
    </Section>
  );
}
