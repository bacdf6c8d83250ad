import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { Row, Rows, Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { giveStore, takeStore } from './organizations.functions.ts';
import type { OrganizationDetails } from './organizations.ts';

interface OrganizationStoresProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** What an organization owns: what its members, keys and applications see. */
export function OrganizationStores({ details, changed }: OrganizationStoresProps) {
  const t = useT();
  const words = useWords();
  const { busy, problem, act } = useAction(words);
  const { id: organization, name, stores, assignable } = details;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const store = String(new FormData(event.currentTarget).get('store') ?? '');
    void act(() => giveStore({ data: { organization, store } }), changed);
  }

  return (
    <Section
      title={t('Stores')}
      about={t('Its members see them with the role that they have; its API keys reach them.')}
    >
      <Rows empty={t('It owns no store.')}>
        {stores.map((store) => (
          <Row
            key={store.slug}
            actions={
              <ConfirmByName
                label={t('Take away…')}
                title={t('Take {store} away from {organization}', {
                  store: store.name,
                  organization: name,
                })}
                name={store.slug}
                action={t('Take it away')}
                look="quiet"
                words={words}
                ask={() => takeStore({ data: { organization, store: store.slug } })}
                done={changed}
              >
                <p>
                  {t(
                    'Members of {organization} and its API keys no longer see the store, from the next request on. People whom it was granted to by name keep it. Nothing is deleted.',
                    { organization: name },
                  )}
                </p>
              </ConfirmByName>
            }
          >
            <span className="text-ink">
              {store.name} <span className="code">{store.slug}</span>
            </span>
          </Row>
        ))}
      </Rows>
      {assignable.length === 0 ? null : (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <label className="grid gap-1.5">
            <span className="font-medium text-ink">{t('Give it a store')}</span>
            <select name="store" required defaultValue="" className="field w-60">
              <option value="" disabled>
                {t('Choose a store')}
              </option>
              {assignable.map(({ slug, name: storeName }) => (
                <option key={slug} value={slug}>
                  {storeName}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" disabled={busy}>
            {t('Assign')}
          </Button>
        </form>
      )}
      <ProblemNote problem={problem} />
    </Section>
  );
}
