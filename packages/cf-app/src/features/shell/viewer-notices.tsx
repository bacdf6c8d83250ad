import { useAuth } from '#/features/auth/use-auth.ts';
import { endVisit } from '#/features/organizations/organizations.functions.ts';

/** As long as somebody looks through another's eyes, or at a tenant that is not their own, every page says so. */
export function ViewerNotices() {
  const { impersonator, visiting, person } = useAuth();
  return (
    <>
      {impersonator === null ? null : (
        <output className="notice">
          <span>
            <b>{impersonator.email}</b> is signed in as {person?.email ?? 'this person'}
            {impersonator.reason ? <>: {impersonator.reason}</> : null}.
          </span>
        </output>
      )}
      {visiting === null ? null : (
        <output className="notice">
          <span>
            You are looking at <b>{visiting.name}</b>, which is not your organization. This visit is in the
            audit log.{' '}
            <button type="button" className="underline" onClick={() => void leave()}>
              Leave
            </button>
          </span>
        </output>
      )}
    </>
  );
}

async function leave(): Promise<void> {
  await endVisit();
  location.assign('/organizations');
}
