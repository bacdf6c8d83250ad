import type { KoaContextWithOIDC } from 'oidc-provider';
import { locationOf, type Visitor } from '../visitor.ts';

/** The provider's page that asks whether one really wants to sign out. @param form of the provider, without a button */
export function signOutPage(context: KoaContextWithOIDC, form: string): void {
  const button = '<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>';
  context.body = `<!doctype html><title>Sign out</title><link rel="icon" href="data:,">${form}${button}`;
}

/** Says yes on that page. */
export async function confirmSignOut(visitor: Visitor, address: string): Promise<string> {
  const page = await (await visitor.ask(address)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1];
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1];
  if (action === undefined || xsrf === undefined) throw new Error(`No form to sign out with: ${page}`);
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  return locationOf(await visitor.ask(action, { method: 'POST', body }));
}
