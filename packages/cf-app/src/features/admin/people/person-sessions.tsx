import { useState } from 'react';
import { utcTime } from '#/features/health/utc-time.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { ActionButton } from '../action-button.tsx';
import { Row, Rows, Section } from '../section.tsx';
import { revokeSession } from './people.functions.ts';
import type { SessionRow } from './people.ts';

interface PersonSessionsProps {
  user: string;
  /** Null while WorkOS does not say. */
  sessions: readonly SessionRow[] | null;
  changed: () => Promise<void>;
}

/** Where somebody is signed in, and the way to end that. */
export function PersonSessions({ user, sessions, changed }: PersonSessionsProps) {
  const t = useT();
  const [left, setLeft] = useState(false);
  return (
    <Section
      title={t('Sessions')}
      about={t('A session that is ended here opens nothing from the next request on.')}
    >
      {sessions === null ? (
        <p className="text-ink-3">{t('WorkOS does not say where they are signed in.')}</p>
      ) : (
        <Rows empty={t('They are signed in nowhere.')}>
          {sessions.map(({ id, createdAt, browser, address, organization, active }) => (
            <Row
              key={id}
              actions={
                active ? (
                  <ActionButton
                    label={t('End the session of {time}', { time: utcTime(createdAt) })}
                    ask={() => revokeSession({ data: { user, session: id } })}
                    done={async ({ atWorkOS }) => {
                      setLeft(!atWorkOS);
                      await changed();
                    }}
                  >
                    {t('End session')}
                  </ActionButton>
                ) : (
                  <span className="text-ink-3">{t('Ended')}</span>
                )
              }
            >
              <p className="text-ink">
                <time dateTime={new Date(createdAt).toISOString()}>{utcTime(createdAt)}</time>
                {organization === null ? null : ` · ${organization.name}`}
              </p>
              <p className="text-ink-3">
                {browser ?? t('Unknown browser')}
                {address === null ? null : ` · ${address}`}
              </p>
            </Row>
          ))}
        </Rows>
      )}
      <output className="text-ink-2 empty:hidden">
        {left ? t('WorkOS did not answer. The session is over here all the same, and opens nothing.') : null}
      </output>
    </Section>
  );
}
