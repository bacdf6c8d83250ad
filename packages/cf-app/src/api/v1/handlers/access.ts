import type { Operations } from '@layerkick/client/operations';
import {
  grantAccess,
  type MappedStores,
  revokeAccess,
  showAccess,
} from '../../../features/access/access.server.ts';
import type { Change } from '../../../features/access/audit-log.server.ts';
import { changeInRequest } from '../../../features/access/change-in-request.server.ts';
import type { Call, Outcome } from '../call.ts';

export async function showGrantedStores({
  env,
  input,
}: Call<Operations['showAccess']>): Promise<Outcome<Operations['showAccess']>> {
  return answer(await showAccess(storageOf(env), input.params.userId));
}

export async function grantStores(
  call: Call<Operations['grantAccess']>,
): Promise<Outcome<Operations['grantAccess']>> {
  const { params, body } = call.input;
  const granted = await grantAccess(storageOf(call.env), params.userId, body.stores, changeBy(call));
  if (granted.ok) return answer(granted.access);
  return {
    kind: 'problem',
    problem: {
      status: 422,
      code: granted.code,
      title: `There is no store ${granted.unknown.join(', ')}`,
      detail: 'Nothing was granted.',
      errors: granted.unknown.map((slug) => ({ field: 'stores', message: `no store ${slug}` })),
    },
  };
}

export async function revokeStores(
  call: Call<Operations['revokeAccess']>,
): Promise<Outcome<Operations['revokeAccess']>> {
  const { params, query } = call.input;
  const slugs = query.stores ?? 'all';
  return answer(await revokeAccess(storageOf(call.env), params.userId, slugs, changeBy(call)));
}

function answer({ user, stores, readable }: MappedStores) {
  return { kind: 'json', body: { user, stores: [...stores], readable } } as const;
}

function changeBy({ auth, now }: Pick<Call<Operations['grantAccess']>, 'auth' | 'now'>): Change {
  return changeInRequest(auth.principal.id, 'api', now);
}

function storageOf(env: Env) {
  return { kv: env.LAYERKICK_KV, db: env.DB };
}
