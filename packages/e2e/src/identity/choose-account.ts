import { ACCOUNTS } from '@layerkick/workos-local/accounts';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** The sign-in page: a link `a[data-user="<email>"]` for each person; `login_hint` chooses one without it. */
export function chooseAccount(provider: Provider) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    if (!context.path.startsWith('/interaction/')) return next();
    const { params } = await provider.interactionDetails(context.req, context.res);
    const chosen = context.query['account'] ?? params['login_hint'];
    const account = ACCOUNTS.find(({ email }) => email === chosen);
    if (account === undefined) {
      context.type = 'html';
      const links = ACCOUNTS.map(({ email }) => link(context.path, email));
      context.body = `<!doctype html><title>Sign in</title><link rel="icon" href="data:,">${links.join('')}`;
      return;
    }
    context.respond = false;
    await provider.interactionFinished(context.req, context.res, { login: { accountId: account.id } });
  };
}

function link(path: string, email: string): string {
  return `<p><a href="${path}?account=${encodeURIComponent(email)}" data-user="${email}">${email}</a></p>`;
}
