import { ACCOUNTS } from '../../packages/workos-local/src/accounts.ts';

const SEES: Readonly<Record<string, string>> = {
  'admin@layerkick.test': 'every store',
  'merchant@fmdf.test': 'the store fmdf',
  'agency@layerkick.test': 'fmdf and northwind',
  'outsider@example.test': 'no store',
};

/** What to do next, once everything runs. */
export function welcome(origin: string): string {
  const accounts = ACCOUNTS.filter(({ email }) => SEES[email] !== undefined)
    .map(({ email }) => `    ${email.padEnd(24)} ${SEES[email]}`)
    .join('\n');
  return `
  LayerKick is at ${origin}

  Sign in as
${accounts}

  Buy something at ${origin}/demo/fmdf and watch it arrive.
  Ctrl-C stops everything.
`;
}
