import { PORTAL_INTENTS, type PortalIntent } from '@layerkick/auth/workos/portal-intent';
import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { CopyButton } from '#/components/copy-button.tsx';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { ProblemNote } from '../confirm/problem-note.tsx';
import { useAction } from '../confirm/use-action.ts';
import { Section } from '../section.tsx';
import { useWords } from '../use-words.ts';
import { linkToPortal } from './organizations.functions.ts';

const INTENT_NAMES: Readonly<Record<PortalIntent, Phrase>> = {
  sso: msg('Single sign-on'),
  dsync: msg('Directory sync'),
  domain_verification: msg('Domains'),
  audit_logs: msg('Audit logs'),
};

/** Links to hand to the customer's IT admin. Each lets whoever has it set something up, so it is shown once. */
export function PortalLinks({ organization }: { organization: string }) {
  const t = useT();
  const { busy, problem, act } = useAction(useWords());
  const [made, setMade] = useState<{ intent: PortalIntent; link: string } | null>(null);
  return (
    <Section
      title={t('Admin Portal')}
      about={t(
        'A link for the customer’s IT admin, to set things up without us. It is good for five minutes and lets whoever has it in, so hand it on in person.',
      )}
    >
      <div className="flex flex-wrap gap-2">
        {PORTAL_INTENTS.map((intent) => (
          <Button
            key={intent}
            disabled={busy}
            onClick={() =>
              void act(
                () => linkToPortal({ data: { organization, intent } }),
                ({ link }) => setMade({ intent, link }),
              )
            }
          >
            {t(INTENT_NAMES[intent])}
          </Button>
        ))}
      </div>
      {made === null ? null : (
        <div>
          <p className="pb-1.5 text-ink-2">{t(INTENT_NAMES[made.intent])}:</p>
          <output className="snippet">
            <code>{made.link}</code>
            <CopyButton text={made.link} label={t('Copy portal link')} />
          </output>
        </div>
      )}
      <ProblemNote problem={problem} />
    </Section>
  );
}
