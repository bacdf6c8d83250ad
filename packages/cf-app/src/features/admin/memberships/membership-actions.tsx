import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { ActionButton } from '../action-button.tsx';
import { useWords } from '../use-words.ts';
import { changeRole, changeStanding, endMembership } from './memberships.functions.ts';
import { chosenRole, RoleSelect } from './role-select.tsx';

interface MembershipActionsProps {
  membership: string;
  /** What the person is called, which taking their access away asks for. */
  person: string;
  organization: string;
  role: string | null;
  status: string;
  changed: () => Promise<void>;
}

/** What can be done about somebody in an organization. */
export function MembershipActions(props: MembershipActionsProps) {
  const { membership, person, organization, status, changed } = props;
  const t = useT();
  const words = useWords();
  return (
    <>
      <RoleForm {...props} />
      {status === 'inactive' ? (
        <ActionButton
          label={t('Let {person} into {organization} again', { person, organization })}
          ask={() => changeStanding({ data: { membership, active: true } })}
          done={changed}
        >
          {t('Reactivate')}
        </ActionButton>
      ) : null}
      {status === 'active' ? (
        <ConfirmByName
          label={t('Deactivate…')}
          title={t('Deactivate {person} in {organization}', { person, organization })}
          name={person}
          action={t('Deactivate')}
          words={words}
          ask={() => changeStanding({ data: { membership, active: false } })}
          done={changed}
        >
          <p>
            {t(
              'They are signed out of {organization} and see none of its stores from their next click on. Stores that were granted to them by name stay. They can be reactivated with the same role.',
              { organization },
            )}
          </p>
        </ConfirmByName>
      ) : null}
      <ConfirmByName
        label={t('Remove…')}
        title={t('Remove {person} from {organization}', { person, organization })}
        name={person}
        action={t('Remove')}
        look="quiet"
        words={words}
        ask={() => endMembership({ data: { membership } })}
        done={changed}
      >
        <p>
          {t(
            'They are signed out of {organization} and see none of its stores from their next click on. They come back only if they are invited again. Their account stays.',
            { organization },
          )}
        </p>
      </ConfirmByName>
    </>
  );
}

/** Another role is chosen first, and then given. */
function RoleForm({ membership, person, organization, role, changed }: MembershipActionsProps) {
  const t = useT();
  const [chosen, setChosen] = useState(chosenRole(role));
  const { busy, problem, act } = useAction(useWords());
  return (
    <div className="grid gap-1">
      <div className="flex gap-2">
        <RoleSelect
          aria-label={t('Role of {person} in {organization}', { person, organization })}
          disabled={busy}
          value={chosen}
          onChange={(event) => setChosen(chosenRole(event.target.value))}
        />
        {chosen === role ? null : (
          <Button
            look="primary"
            disabled={busy}
            onClick={() => void act(() => changeRole({ data: { membership, role: chosen } }), changed)}
          >
            {t('Save')}
            <span className="sr-only">{t('Give {person} this role', { person })}</span>
          </Button>
        )}
      </div>
      <ProblemNote problem={problem} />
    </div>
  );
}
