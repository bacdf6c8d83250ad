import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { AdminHead } from '../admin-frame.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { NameList } from './name-list.tsx';
import { linesOf, StoreField } from './store-field.tsx';
import { createStore } from './stores.functions.ts';
import { useStoreAction } from './use-store-action.ts';

/** A new store; leads to its page. */
export function NewStoreForm({ organizations }: { organizations: readonly NamedOrganization[] }) {
  const t = useT();
  const navigate = useNavigate();
  const { busy, problem, wrong, save } = useStoreAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const data = {
      slug: text('slug'),
      name: text('name'),
      domains: linesOf(given, 'domains'),
      timeZone: text('timeZone'),
      currency: text('currency').toUpperCase(),
      organization: text('organization'),
    };
    void save(
      () => createStore({ data }),
      (slug) => navigate({ to: '/admin/stores/$slug', params: { slug } }),
    );
  }

  return (
    <>
      <AdminHead title={t('New store')}>
        {t('It takes events as soon as it is made, and its figures are in its own database.')}
      </AdminHead>
      <form onSubmit={submit} className="panel gap-4 p-(--pad)">
        <StoreField
          name="slug"
          label={t('Code')}
          required
          maxLength={40}
          placeholder="gifts"
          note={msg('In addresses and in the shop’s script. It stays as it is.')}
          wrong={wrong}
        />
        <StoreField
          name="name"
          label={t('Name')}
          maxLength={80}
          placeholder="Gifts & Co"
          note={msg('What people read; the code where it is left out.')}
          wrong={wrong}
        />
        <StoreField
          name="timeZone"
          label={t('Time zone')}
          required
          list="time-zones"
          maxLength={100}
          placeholder="Europe/Berlin"
          note={msg('Decides where a day begins. Changing it later works out all figures anew.')}
          wrong={wrong}
        />
        <StoreField
          name="currency"
          label={t('Currency')}
          required
          list="currencies"
          maxLength={3}
          placeholder="EUR"
          note={msg('What all its amounts are in. Nothing is converted later.')}
          wrong={wrong}
        />
        <StoreField
          name="domains"
          label={t('Domains')}
          lines
          placeholder="shop.example.com"
          note={msg('Host names whose pages may send events, one a line. Without one, no browser may.')}
          wrong={wrong}
        />
        <Labelled label={t('Organization')} className="max-w-110">
          <select name="organization" defaultValue="" className="field">
            <option value="">{t('None for now')}</option>
            {organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <ProblemNote problem={problem} />
        <div>
          <Button type="submit" look="primary" disabled={busy}>
            {busy ? t('Creating…') : t('Create the store')}
          </Button>
        </div>
        <NameList id="time-zones" of="timeZone" />
        <NameList id="currencies" of="currency" />
      </form>
    </>
  );
}
