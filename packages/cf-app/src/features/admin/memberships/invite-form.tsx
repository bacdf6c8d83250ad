import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { useWords } from '../use-words.ts';
import { sendInvitation } from './memberships.functions.ts';
import { chosenRole, RoleSelect } from './role-select.tsx';

interface InviteFormProps {
  /** Where to; one is not chosen. */
  organizations: readonly NamedOrganization[];
  changed: () => Promise<void>;
}

/** Invites an address into an organization; WorkOS sends the e-mail. */
export function InviteForm({ organizations, changed }: InviteFormProps) {
  const t = useT();
  const { busy, problem, act } = useAction(useWords());
  const [sent, setSent] = useState<string | null>(null);
  const [only] = organizations;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const email = String(given.get('email') ?? '');
    const organization = String(given.get('organization') ?? only?.id ?? '');
    const role = chosenRole(given.get('role'));
    setSent(null);
    void act(
      () => sendInvitation({ data: { email, organization, role } }),
      async () => {
        setSent(email);
        form.reset();
        await changed();
      },
    );
  }

  return (
    <form onSubmit={submit} className="grid gap-2" aria-label={t('Invite')}>
      <div className="flex flex-wrap items-end gap-2">
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('E-mail')}</span>
          <input
            name="email"
            type="email"
            required
            maxLength={320}
            autoComplete="off"
            className="field w-65"
          />
        </label>
        {organizations.length === 1 ? null : (
          <label className="grid gap-1.5">
            <span className="font-medium text-ink">{t('Organization')}</span>
            <select name="organization" required defaultValue="" className="field w-55">
              <option value="" disabled>
                {t('Choose one')}
              </option>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Role')}</span>
          <RoleSelect name="role" defaultValue="viewer" />
        </label>
        <Button type="submit" look="primary" disabled={busy}>
          {t('Send invitation')}
        </Button>
      </div>
      <output className="text-ink-2 empty:hidden">
        {sent === null ? null : t('WorkOS sends an invitation to {email}.', { email: sent })}
      </output>
      <ProblemNote problem={problem} />
    </form>
  );
}
