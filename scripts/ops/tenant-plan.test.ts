import { expect, test } from 'vitest';
import { tenantPlan } from './tenant-plan.ts';

const plan = (positionals: string[], options: Record<string, string[]> = {}) =>
  tenantPlan({ positionals, options: new Map(Object.entries(options)) });

test('what is typed is a plan', () => {
  expect(
    plan(['acme', 'Acme GmbH'], {
      store: ['acme:EUR:Europe/Berlin:shop.acme.com,www.acme.com', 'acme-uk:GBP:Europe/London'],
      invite: ['Ada@Acme.com:owner', 'bob@acme.com'],
      demo: ['acme'],
    }),
  ).toEqual({
    slug: 'acme',
    name: 'Acme GmbH',
    stores: [
      {
        slug: 'acme',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        domains: ['shop.acme.com', 'www.acme.com'],
      },
      { slug: 'acme-uk', currency: 'GBP', timeZone: 'Europe/London', domains: [] },
    ],
    invitations: [
      { email: 'ada@acme.com', role: 'owner' },
      { email: 'bob@acme.com', role: 'viewer' },
    ],
    demo: ['acme'],
    demoDays: 60,
  });
});

test.each([
  [['Acme!', 'Acme'], {}, '<slug>: use 2–40'],
  [['acme', 'Acme'], { store: ['acme'] }, '--store acme: write slug:currency:time zone'],
  [
    ['acme', 'Acme'],
    { store: ['acme:EURO:Europe/Berlin'] },
    '--store acme:EURO:Europe/Berlin: currency: not an ISO',
  ],
  [['acme', 'Acme'], { store: ['acme:EUR:Berlin'] }, 'time zone: not an IANA'],
  [['acme', 'Acme'], { invite: ['ada'] }, '--invite ada: not an e-mail address.'],
  [['acme', 'Acme'], { invite: ['ada@acme.com:boss'] }, 'a role is one of viewer, analyst, manager, owner.'],
  [['acme', 'Acme'], { demo: ['gifts'] }, '--demo gifts is none of'],
  [['acme', 'Acme'], { 'demo-days': ['many'] }, '--demo-days: '],
])('%j with %j is one line that says what is wrong', (positionals, options, message) => {
  expect(() => plan(positionals, options)).toThrow(message);
});
