import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { stateName } from '../role-words.ts';
import { Row, Rows, Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { decidePolicy } from './organizations.functions.ts';
import type { ConnectionRow, OrganizationDetails } from './organizations.ts';

interface OrganizationSignInProps {
  details: OrganizationDetails;
  changed: () => Promise<void>;
}

/** How the people of an organization sign in, and who tells who they are. */
export function OrganizationSignIn({ details, changed }: OrganizationSignInProps) {
  const t = useT();
  const { connections, directories } = details;
  return (
    <Section
      title={t('Single sign-on and directory')}
      about={t('Set up by the customer’s IT admin in WorkOS’s Admin Portal.')}
    >
      <Connections title={t('Single sign-on')} rows={connections} empty={t('Not connected.')} />
      <Connections title={t('Directory')} rows={directories} empty={t('Not connected.')} />
      <RequireSso details={details} changed={changed} />
    </Section>
  );
}

function Connections({
  title,
  rows,
  empty,
}: {
  title: string;
  rows: readonly ConnectionRow[];
  empty: string;
}) {
  const t = useT();
  return (
    <div>
      <h3 className="pb-1 font-medium text-ink">{title}</h3>
      <Rows empty={empty}>
        {rows.map(({ id, name, type, state }) => (
          <Row key={id}>
            <span className="text-ink">{name}</span> · {stateName(state, t)}{' '}
            <span className="code">{type}</span>
          </Row>
        ))}
      </Rows>
    </div>
  );
}

function RequireSso({ details, changed }: OrganizationSignInProps) {
  const t = useT();
  const words = useWords();
  const { id: organization, name, policy, connections } = details;
  const connected = connections.some(({ state }) => state === 'active');
  const set = (requireSso: boolean) => () => decidePolicy({ data: { organization, requireSso } });
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
      <div className="me-auto">
        <p className="font-medium text-ink">
          {policy.requireSso ? t('Single sign-on is required') : t('Single sign-on is not required')}
        </p>
        <p className="max-w-[60ch] text-ink-3">
          {connected
            ? t('It holds for every request, whenever the session began.')
            : t('It takes effect once there is an active connection.')}
        </p>
      </div>
      {policy.requireSso ? (
        <ConfirmByName
          label={t('Stop requiring it…')}
          title={t('Stop requiring single sign-on of {organization}', { organization: name })}
          name={name}
          action={t('Stop requiring it')}
          words={words}
          ask={set(false)}
          done={changed}
        >
          <p>
            {t(
              'Members see its stores however they signed in, with a link by e-mail, too. People who left the customer are then kept out only by their membership.',
            )}
          </p>
        </ConfirmByName>
      ) : (
        <ConfirmByName
          label={t('Require it…')}
          title={t('Require single sign-on of {organization}', { organization: name })}
          name={name}
          action={t('Require single sign-on')}
          words={words}
          ask={set(true)}
          done={changed}
        >
          <p>
            {t(
              'Members who signed in another way see none of its stores from their next click on, until they sign in with single sign-on. API keys are not affected.',
            )}
          </p>
        </ConfirmByName>
      )}
    </div>
  );
}
