import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Operations } from '@layerkick/client/operations';
import type { Call, Outcome } from '../call.ts';

type Described = Outcome<Operations['showAccount']>;

/** By context: that of a session that is known is one object from request to request, as long as nothing about it changes. */
const before = new WeakMap<AuthContext, Described>();

/** The principal, without what only the dashboard needs. */
export function describeAccount({ auth }: Pick<Call<Operations['showAccount']>, 'auth'>): Described {
  const known = before.get(auth);
  if (known !== undefined) return known;
  const described = describe(auth);
  before.set(auth, described);
  return described;
}

function describe({ principal, via, organization, stores, permissions, degraded }: AuthContext): Described {
  const { kind, id, email, name } = principal;
  const body = {
    // What is undefined is not in the answer.
    principal: { kind, id, email, name },
    via,
    organization: organization && { id: organization.id, role: organization.role },
    stores: stores === 'all' ? ('all' as const) : [...stores],
    permissions: [...permissions],
    degraded,
  };
  return { kind: 'json', body, written: JSON.stringify(body) };
}
