import { useT } from '#/features/i18n/use-t.ts';
import type { T } from '#/features/i18n/translate.ts';
import { ChooseForm } from '../choose-form.tsx';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { roleName } from '../role-words.ts';
import { Row, Rows, Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { grantStore, revokeStore } from './people.functions.ts';
import type { PersonDetails, ReasonRow, SeenStore } from './people.ts';

interface PersonStoresProps {
  details: PersonDetails;
  changed: () => Promise<void>;
}

/** Which stores somebody sees and why; what was granted to them by name can be taken away here. */
export function PersonStores({ details, changed }: PersonStoresProps) {
  const t = useT();
  const { person, stores, mapped } = details;
  const listed = [...stores, ...mappedBesides(details)];
  return (
    <Section
      title={t('Stores')}
      about={t('Worked out by the rule that decides on every request, so it holds for their next click.')}
    >
      {mapped === null ? (
        <p className="text-warn">
          {t(
            'What is stored for them in KV is not a list of stores, so it gives nothing. Granting a store mends it.',
          )}
        </p>
      ) : null}
      <Rows empty={t('They see no store.')}>
        {listed.map(({ slug, name, reasons }) => (
          <Row
            key={slug ?? ''}
            actions={
              slug !== null && mapped?.includes(slug) === true ? (
                <RevokeStore
                  user={person.id}
                  person={person.email ?? person.id}
                  slug={slug}
                  name={name}
                  changed={changed}
                />
              ) : undefined
            }
          >
            <p className="text-ink">
              {slug === null ? t('Every store') : name}{' '}
              {slug === null ? null : <span className="code">{slug}</span>}
            </p>
            <p className="text-ink-3">{reasons.map((reason) => reasonWords(reason, t)).join('; ')}</p>
          </Row>
        ))}
      </Rows>
      <GrantStore details={details} changed={changed} />
    </Section>
  );
}

/** What is mapped to somebody who sees every store anyway, and would stay if they did not. */
function mappedBesides({ stores, mapped, grantable }: PersonDetails): readonly SeenStore[] {
  const shown = new Set(stores.map(({ slug }) => slug));
  return (mapped ?? [])
    .filter((slug) => !shown.has(slug))
    .map((slug) => ({
      slug,
      name: grantable.find((store) => store.slug === slug)?.name ?? slug,
      reasons: [{ by: 'mapping' }],
    }));
}

function reasonWords(reason: ReasonRow, t: T): string {
  switch (reason.by) {
    case 'allowlist':
      return t('Allowlist');
    case 'internal-organization':
      return t('Member of the internal organization');
    case 'mapping':
      return t('KV mapping');
    case 'organization': {
      const values = { organization: reason.organization.name, role: roleName(reason.role, t) };
      return reason.onlyBySso
        ? t('Organization {organization}, role {role}, only by its single sign-on', values)
        : t('Organization {organization}, role {role}', values);
    }
  }
}

interface RevokeStoreProps {
  user: string;
  person: string;
  slug: string;
  name: string;
  changed: () => Promise<void>;
}

function RevokeStore({ user, person, slug, name, changed }: RevokeStoreProps) {
  const t = useT();
  const words = useWords();
  return (
    <ConfirmByName
      label={t('Revoke…')}
      title={t('Take {store} away from {person}', { store: name, person })}
      name={slug}
      action={t('Take it away')}
      words={words}
      ask={() => revokeStore({ data: { user, store: slug } })}
      done={changed}
    >
      <p>
        {t(
          'They no longer see the store from their next click on, unless an organization gives it to them. Elsewhere in the world that can take a minute. Nothing of the store is deleted.',
        )}
      </p>
    </ConfirmByName>
  );
}

function GrantStore({ details, changed }: PersonStoresProps) {
  const t = useT();
  const { person, mapped, grantable } = details;
  const others = grantable.filter(({ slug }) => mapped?.includes(slug) !== true);
  if (person.deleted) return null;

  return (
    <ChooseForm
      label={t('Grant a store')}
      placeholder={t('Choose a store')}
      choices={others.map(({ slug, name }) => ({ value: slug, name }))}
      action={t('Grant')}
      ask={(store) => grantStore({ data: { user: person.id, store } })}
      done={changed}
    />
  );
}
