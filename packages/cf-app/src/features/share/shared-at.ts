import { openShared } from './shared.functions.ts';

type SharedAt = Awaited<ReturnType<typeof openShared>>;

/** Browser only; on the server each request asks for itself. */
let held: { readonly token: string; readonly shared: SharedAt } | null = null;

/** What a link leads to. While somebody stays on its page, a click does not ask again: every answer does by itself. */
export async function sharedAt(token: string, embed: boolean, cause: string): Promise<SharedAt> {
  if (cause === 'stay' && held?.token === token) return held.shared;
  return openShared({ data: { token, embed } });
}

/** Browser only: what the page of `token` was opened with. */
export function holdShared(token: string, shared: SharedAt): void {
  held = { token, shared };
}
