import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { useWords } from '../use-words.ts';
import { sendInvitation } from './memberships.functions.ts';
import { chosenRole, RoleSelect } from './role-select.tsx';

/** No organization's id. */
const NONE = 'none';

interface InviteFormProps {
  /** Where to. */
  into?: NamedOrganization;
  /** What to choose from, where that is not said; or none of them. */
  organizations?: readonly NamedOrganization[];
  changed: () => Promise<void>;
}

/** Invites an address into an organization, or only to an account; WorkOS sends the e-mail. */
export function InviteForm({ into, organizations = [], changed }: InviteFormProps) {
  const t = useT();
  const { busy, problem, act } = useAction(useWords());
  const [sent, setSent] = useState<string | null>(null);
  const [chosen, setChosen] = useState('');
  const organization = into?.id ?? (chosen === NONE ? null : chosen);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const email = String(given.get('email') ?? '');
    const role = chosenRole(given.get('role'));
    setSent(null);
    void act(
      () => sendInvitation({ data: { email, organization, role: organization === null ? null : role } }),
      async () => {
        setSent(email);
        form.reset();
        setChosen('');
        await changed();
      },
    );
  }

  return (
    <form onSubmit={submit} className="grid gap-2" aria-label={t('Invite')}>
      <div className="flex flex-wrap items-end gap-2">
        <Labelled label={t('E-mail')}>
          <input
            name="email"
            type="email"
            required
            maxLength={320}
            autoComplete="off"
            className="field w-65"
          />
        </Labelled>
        {into === undefined ? (
          <Labelled label={t('Organization')}>
            <select
              required
              disabled={busy}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              className="field w-55"
            >
              <option value="" disabled>
                {t('Choose one')}
              </option>
              <option value={NONE}>{t('None for now')}</option>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Labelled>
        ) : null}
        {organization === null ? null : (
          <Labelled label={t('Role')}>
            <RoleSelect name="role" defaultValue="viewer" />
          </Labelled>
        )}
        <Button type="submit" look="primary" disabled={busy}>
          {t('Send invitation')}
        </Button>
      </div>
      {organization === null ? (
        <p className="text-ink-3">
          {t(
            'They have an account then, and see nothing until a store is granted to them or they become a member.',
          )}
        </p>
      ) : null}
      <output className="text-ink-2 empty:hidden">
        {sent === null ? null : t('WorkOS sends an invitation to {email}.', { email: sent })}
      </output>
      <ProblemNote problem={problem} />
    </form>
  );
}
