import { Link } from '@tanstack/react-router';
import { useT } from '#/features/i18n/use-t.ts';
import { ChooseForm } from '../choose-form.tsx';
import { giveStore } from '../ownership/ownership.functions.ts';
import { TakeStoreAway } from '../ownership/take-store-away.tsx';
import { Row, Rows, Section } from '../section.tsx';
import type { OrganizationDetails } from './organizations.ts';

interface OrganizationStoresProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** What an organization owns: what its members, keys and applications see. */
export function OrganizationStores({ details, changed }: OrganizationStoresProps) {
  const t = useT();
  const { id: organization, stores, assignable } = details;
  return (
    <Section
      title={t('Stores')}
      about={t('Its members see them with the role that they have; its API keys reach them.')}
    >
      <Rows empty={t('It owns no store.')}>
        {stores.map((store) => (
          <Row
            key={store.slug}
            actions={<TakeStoreAway store={store} organization={details} changed={changed} />}
          >
            <Link to="/admin/stores/$slug" params={{ slug: store.slug }} className="text-link">
              {store.name}
            </Link>{' '}
            <span className="code">{store.slug}</span>
          </Row>
        ))}
      </Rows>
      <ChooseForm
        label={t('Give it a store')}
        placeholder={t('Choose a store')}
        choices={assignable.map(({ slug, name }) => ({ value: slug, name }))}
        action={t('Assign')}
        ask={(store) => giveStore({ data: { organization, store } })}
        done={changed}
      />
    </Section>
  );
}
