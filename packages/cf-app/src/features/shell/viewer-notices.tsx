import { useHydrated } from '@tanstack/react-router';
import { useAuth } from '#/features/auth/use-auth.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { endVisit } from '#/features/organizations/organizations.functions.ts';

/** As long as somebody looks through another's eyes, or at a tenant that is not their own, every page says so. */
export function ViewerNotices() {
  const t = useT();
  const hydrated = useHydrated();
  const { impersonator, visiting, person, home } = useAuth();
  return (
    <>
      {impersonator === null ? null : (
        <output className="notice">
          <span>
            {impersonator.reason
              ? rich(t, '{operator} is signed in as {person}: {reason}.', {
                  operator: <b>{impersonator.email}</b>,
                  person: person?.email,
                  reason: impersonator.reason,
                })
              : rich(t, '{operator} is signed in as {person}.', {
                  operator: <b>{impersonator.email}</b>,
                  person: person?.email,
                })}
          </span>
        </output>
      )}
      {visiting === null ? null : (
        <output className="notice">
          <span>
            {rich(
              t,
              'You are looking at {organization}, which is not your organization. This visit is in the audit log.',
              { organization: <b>{visiting.name}</b> },
            )}{' '}
            <button type="button" className="underline" disabled={!hydrated} onClick={() => void leave(home)}>
              {t('Leave')}
            </button>
          </span>
        </output>
      )}
    </>
  );
}

async function leave(home: string): Promise<void> {
  await endVisit();
  location.assign(`${home}/organizations`);
}
