import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ActionButton } from '../action-button.tsx';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { AUTO_JOIN_ROLES } from '../memberships/roles.ts';
import { roleName, stateName } from '../role-words.ts';
import { Row, Rows, Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { checkDomain, claimDomain, decidePolicy, dropDomain } from './organizations.functions.ts';
import type { DomainRow, OrganizationDetails } from './organizations.ts';

interface OrganizationDomainsProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** Which e-mail domains an organization has proven to be its own, and what follows from that. */
export function OrganizationDomains({ details, changed }: OrganizationDomainsProps) {
  const t = useT();
  const { id: organization, domains } = details;
  const { busy, problem, act } = useAction(useWords());

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const domain = String(new FormData(form).get('domain') ?? '');
    void act(
      () => claimDomain({ data: { organization, domain } }),
      async () => {
        form.reset();
        await changed();
      },
    );
  }

  return (
    <Section
      title={t('Domains')}
      about={t(
        'A domain counts once WorkOS has seen the proof in its DNS. The customer’s IT admin is led there by the portal link for domains.',
      )}
    >
      <Rows empty={t('No domains.')}>
        {domains.map((domain) => (
          <Row
            key={domain.id}
            actions={<DomainActions details={details} domain={domain} changed={changed} />}
          >
            <span className="text-ink">{domain.domain}</span> · {stateName(domain.state, t)}
          </Row>
        ))}
      </Rows>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Labelled label={t('Claim a domain')}>
          <input
            name="domain"
            required
            maxLength={253}
            placeholder="acme.com"
            pattern="\s*[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+\s*"
            title={t('A domain such as acme.com')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="field w-60"
          />
        </Labelled>
        <Button type="submit" disabled={busy}>
          {t('Claim')}
        </Button>
      </form>
      <ProblemNote problem={problem} />
      <AutoJoin key={details.policy.autoJoinRole} details={details} changed={changed} />
    </Section>
  );
}

function DomainActions({
  details: { id: organization, name },
  domain: { id, domain, state },
  changed,
}: OrganizationDomainsProps & { domain: DomainRow }) {
  const t = useT();
  const words = useWords();
  return (
    <>
      {state === 'verified' ? null : (
        <ActionButton
          label={t('Check {domain} now', { domain })}
          ask={() => checkDomain({ data: { organization, domain: id } })}
          done={changed}
        >
          {t('Check now')}
        </ActionButton>
      )}
      <ConfirmByName
        label={t('Remove…')}
        title={t('Remove {domain} from {organization}', { domain, organization: name })}
        name={domain}
        action={t('Remove the domain')}
        look="quiet"
        words={words}
        ask={() => dropDomain({ data: { organization, domain: id } })}
        done={changed}
      >
        <p>
          {t(
            'Nobody joins by it any more, and it has to be proven again to come back. Who is a member stays one.',
          )}
        </p>
      </ConfirmByName>
    </>
  );
}

/** As what people join on their first sign-in. */
function AutoJoin({ details, changed }: OrganizationDomainsProps) {
  const t = useT();
  const { busy, problem, act } = useAction(useWords());
  const { id: organization, policy } = details;
  const [chosen, setChosen] = useState(policy.autoJoinRole ?? '');
  const autoJoinRole = AUTO_JOIN_ROLES.find((role) => role === chosen) ?? null;
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <Labelled label={t('Join by domain')}>
        <span className="max-w-[60ch] text-ink-3">
          {t(
            'Who first signs in with a verified address under one of its verified domains becomes a member with this role.',
          )}
        </span>
        <select
          disabled={busy}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          className="field w-60"
        >
          <option value="">{t('Nobody joins by domain')}</option>
          {AUTO_JOIN_ROLES.map((role) => (
            <option key={role} value={role}>
              {roleName(role, t)}
            </option>
          ))}
        </select>
      </Labelled>
      {chosen === (policy.autoJoinRole ?? '') ? null : (
        <div>
          <Button
            look="primary"
            disabled={busy}
            onClick={() => void act(() => decidePolicy({ data: { organization, autoJoinRole } }), changed)}
          >
            {t('Save')}
          </Button>
        </div>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}
