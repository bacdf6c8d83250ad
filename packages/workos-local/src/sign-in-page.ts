import { html } from 'hono/html';
import { ACCOUNTS } from './accounts.ts';
import type { UserRecord } from './emulator.ts';
import type { InvitationRecord } from './invitations.ts';

export type Html = ReturnType<typeof html>;

const PARTS = new Map(ACCOUNTS.map((account) => [account.id, account.part]));

/**
 * The page on which a person is chosen: `a[data-user="<email>"]` for each. It needs no script and no outside file.
 *
 * @param query the authorize request; each link repeats it with the person as `login_hint`
 */
export function signInPage(
  users: readonly UserRecord[],
  query: URLSearchParams,
  invitations: readonly InvitationRecord[] = [],
): Html {
  const hint = query.get('login_hint');
  const title = query.get('screen_hint') === 'sign-up' ? 'Sign up' : 'Sign in';
  return frame(
    title,
    html`${hint === null ? '' : html`<p role="alert">Nobody here is called ${hint}.</p>`}
      <ul>
        ${users.map((user) => html`<li>${link(user, query)}</li>`)}
      </ul>
      ${
        invitations.length === 0
          ? ''
          : html`<p>Invitations that an e-mail would bring:</p>
              <ul>
                ${invitations.map((each) => html`<li>${invitationLink(each)}</li>`)}
              </ul>`
      }
      <footer>Local WorkOS: fictional people, no passwords. In production this is AuthKit's page.</footer>`,
  );
}

/** Where the link in an invitation leads: one person, to be accepted as. */
export function invitationPage(email: string, organization: string | null, query: URLSearchParams): Html {
  const target = new URLSearchParams(query);
  target.set('login_hint', email);
  return frame(
    organization === null ? 'You are invited' : `Join ${organization}`,
    html`<ul>
        <li>${personLink(target, email, email, 'accept')}</li>
      </ul>
      <footer>Local WorkOS. In production this is AuthKit's page.</footer>`,
  );
}

function invitationLink({ email, accept_invitation_url }: InvitationRecord): Html {
  return html`<a href="${accept_invitation_url}" data-invitation="${email}">
    <b aria-hidden="true">@</b>
    <span><strong>${email}</strong></span>
  </a>`;
}

/** A request that cannot go on, told to the developer in front of the browser. */
export function refusalPage(problems: readonly string[]): Html {
  return frame(
    'This request was refused',
    html`${problems.map((problem) => html`<p role="alert">${problem}</p>`)}
      <footer>Local WorkOS. Addresses are configured where it is started.</footer>`,
  );
}

function link(user: UserRecord, query: URLSearchParams): Html {
  const target = new URLSearchParams(query);
  target.set('login_hint', user.email);
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ') || user.email;
  return personLink(target, user.email, name, PARTS.get(user.id));
}

function personLink(target: URLSearchParams, email: string, name: string, part: string | undefined): Html {
  return html`<a href="/user_management/authorize?${target.toString()}" data-user="${email}">
    <b aria-hidden="true">${name.slice(0, 1)}</b>
    <span><strong>${name}</strong> <small>${email}</small></span>
    ${part === undefined ? '' : html`<em>${part}</em>`}
  </a>`;
}

export function frame(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · local WorkOS</title>
        <link rel="icon" href="data:," />
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

const STYLE = `
:root { color-scheme: light dark; --bg: light-dark(#f7f8fa, #14161b); --surface: light-dark(#fff, #1c1f26);
  --hover: light-dark(#eff1f5, #262a33); --line: light-dark(#e3e6eb, #2e323c); --ink: light-dark(#1a1e2b, #f1f3f7);
  --ink-2: light-dark(#5a6172, #a6adbb); --accent: light-dark(#1f5fd6, #7aa7ff); --soft: light-dark(#e6eefc, #23324f); }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px; background: var(--bg);
  color: var(--ink); font: 15px/1.45 ui-sans-serif, system-ui, sans-serif; }
main { width: 100%; max-width: 440px; padding: 28px 28px 22px; background: var(--surface);
  border: 1px solid var(--line); border-radius: 14px; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 640; margin-bottom: 18px; }
p { margin-bottom: 14px; overflow-wrap: anywhere; }
ul { list-style: none; padding: 0; margin: 0 -12px 18px; }
a { display: flex; align-items: center; gap: 14px; padding: 11px 12px; border-radius: 10px; color: inherit;
  text-decoration: none; }
a:hover { background: var(--hover); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
b { flex: none; width: 36px; height: 36px; border-radius: 50%; display: grid; place-items: center;
  background: var(--soft); color: var(--accent); font-weight: 620; }
span { min-width: 0; flex: 1; }
strong { display: block; font-weight: 560; }
small { display: block; font-size: 13px; color: var(--ink-2); overflow-wrap: anywhere; }
em { flex: none; font-style: normal; font-size: 13px; color: var(--ink-2); }
footer { padding-top: 16px; border-top: 1px solid var(--line); font-size: 13px; color: var(--ink-2); }
button { font: inherit; padding: 9px 14px; border: 0; border-radius: 10px; background: var(--accent); color: var(--surface); }
@media (max-width: 420px) { em { display: none; } }
`;
