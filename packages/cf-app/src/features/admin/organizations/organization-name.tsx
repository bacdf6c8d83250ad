import type { FormEvent } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { nameOrganization } from './organizations.functions.ts';
import type { OrganizationDetails } from './organizations.ts';

interface OrganizationNameProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** What people read an organization as. */
export function OrganizationName({ details: { id: organization, name }, changed }: OrganizationNameProps) {
  const t = useT();
  const { busy, problem, act } = useAction(useWords());

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (wanted !== name) void act(() => nameOrganization({ data: { organization, name: wanted } }), changed);
  }

  return (
    <Section
      title={t('Name')}
      about={t('What its members and WorkOS’s e-mails call it. Addresses and keys stay as they are.')}
    >
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <input
          name="name"
          required
          maxLength={200}
          defaultValue={name}
          autoComplete="off"
          aria-label={t('Name of the organization')}
          className="field w-65"
        />
        <Button type="submit" disabled={busy}>
          {t('Rename')}
        </Button>
      </form>
      <ProblemNote problem={problem} />
    </Section>
  );
}
