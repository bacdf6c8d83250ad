import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { Section } from '../section.tsx';
import { linesOf, StoreField } from './store-field.tsx';
import type { Saved } from './stores.ts';
import { useStoreAction } from './use-store-action.ts';

/** What a store is called, and where its events may come from. */
export function StoreSettings({
  store,
  change,
  changed,
}: {
  store: Store;
  change: (edit: { name: string; domains: string[] }) => Promise<Saved>;
  changed: () => Promise<void>;
}) {
  const t = useT();
  const { busy, problem, wrong, save } = useStoreAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const edit = { name: String(given.get('name') ?? ''), domains: linesOf(given, 'domains') };
    void save(() => change(edit), changed);
  }

  return (
    <Section title={t('Name and domains')}>
      <form onSubmit={submit} className="grid gap-4">
        <StoreField
          name="name"
          label={t('Name')}
          defaultValue={store.name}
          maxLength={80}
          required
          wrong={wrong}
        />
        <StoreField
          name="domains"
          label={t('Domains')}
          lines
          defaultValue={store.domains.join('\n')}
          note={msg('Host names whose pages may send events, one a line. Without one, no browser may.')}
          wrong={wrong}
        />
        <ProblemNote problem={problem} />
        <div>
          <Button type="submit" look="primary" disabled={busy}>
            {busy ? t('Saving…') : t('Save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
