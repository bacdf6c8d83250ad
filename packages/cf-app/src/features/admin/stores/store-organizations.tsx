import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { Section } from '../section.tsx';
import { assignStore, unassignStore } from './stores.functions.ts';
import type { StoreDetail } from './stores.ts';
import { useRefusalWords, useStoreAction } from './use-store-action.ts';

/** Whose the store is: members of these organizations see it with their role. */
export function StoreOrganizations({
  detail,
  changed,
}: {
  detail: StoreDetail;
  changed: () => Promise<void>;
}) {
  const t = useT();
  const words = useRefusalWords();
  const { busy, problem, save } = useStoreAction();
  const {
    others,
    store: { slug, organizations },
  } = detail;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const organization = String(new FormData(event.currentTarget).get('organization') ?? '');
    if (organization !== '') void save(() => assignStore({ data: { slug, organization } }), changed);
  }

  return (
    <Section
      title={t('Organizations')}
      about={t('Their members see the store with the role they have there; their API keys reach it.')}
    >
      {organizations.length === 0 ? (
        <p className="text-ink-3">{t('The store belongs to no organization.')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {organizations.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center gap-2 py-2">
              <span className="me-auto text-ink">
                {name} <span className="code">{id}</span>
              </span>
              <ConfirmByName
                label={t('Take away…')}
                title={t('Take {slug} away from {organization}', { slug, organization: name })}
                name={slug}
                action={t('Take it away')}
                words={words}
                ask={() => unassignStore({ data: { slug, organization: id } })}
                done={changed}
              >
                <p>
                  {t(
                    'Members of {organization} and its API keys no longer see the store, from the next request on. People whom it was granted to by name keep it. Nothing is deleted.',
                    { organization: name },
                  )}
                </p>
              </ConfirmByName>
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <label className="grid gap-1.5">
            <span className="font-medium text-ink">{t('Give it to')}</span>
            <select name="organization" required defaultValue="" className="field w-60">
              <option value="" disabled>
                {t('Choose an organization')}
              </option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
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
