import { useT } from '#/features/i18n/use-t.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { useWords } from '../use-words.ts';
import { takeStore } from './ownership.functions.ts';

interface TakeStoreAwayProps {
  store: { readonly slug: string; readonly name: string };
  organization: NamedOrganization;
  changed: () => Promise<void>;
}

/** Takes a store from an organization that owns it. */
export function TakeStoreAway({ store, organization, changed }: TakeStoreAwayProps) {
  const t = useT();
  const words = useWords();
  const { id, name } = organization;
  return (
    <ConfirmByName
      label={t('Take away…')}
      title={t('Take {store} away from {organization}', { store: store.name, organization: name })}
      name={store.slug}
      action={t('Take it away')}
      look="quiet"
      words={words}
      ask={() => takeStore({ data: { organization: id, store: store.slug } })}
      done={changed}
    >
      <p>
        {t(
          'Members of {organization} and its API keys no longer see the store, from the next request on. People whom it was granted to by name keep it. Nothing is deleted.',
          { organization: name },
        )}
      </p>
    </ConfirmByName>
  );
}
