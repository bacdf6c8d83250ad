import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { dayAt, formatRange } from '#/features/stats/format/day.ts';
import type { KeyRow } from './keys.ts';
import { RevokeKey } from './revoke-key.tsx';
import { scopeName } from './scope-words.ts';

interface KeyTableProps {
  keys: readonly KeyRow[];
  /** False where WorkOS could not be asked. */
  complete: boolean;
  changed: () => Promise<void>;
}

/** The keys of an organization, good ones before revoked ones. */
export function KeyTable({ keys, complete, changed }: KeyTableProps) {
  const t = useT();
  const good = keys.filter(({ revokedAt }) => revokedAt === null);
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <section className="panel" aria-labelledby="keys">
      <h2 id="keys" className="border-b border-line px-(--pad) py-3 text-md font-medium text-ink">
        {t('Keys')}
      </h2>
      {complete ? null : (
        <p className="border-b border-line bg-warn-soft px-(--pad) py-2.5 text-ink">
          {t(
            'WorkOS is not answering. When keys were last used is not known, and keys that were made elsewhere are missing.',
          )}
        </p>
      )}
      {keys.length === 0 ? (
        <p className="px-(--pad) py-8 text-center text-ink-3">{t('No keys yet.')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {[...good, ...revoked].map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-(--pad) py-3">
              <div className="me-auto min-w-0">
                <p className="truncate font-medium text-ink">
                  {key.name} <code className="code ms-1">{key.obfuscated}</code>
                </p>
                <p className="text-ink-3">
                  {key.scopes.map((scope) => scopeName(scope, t)).join(' · ') || t('May do nothing')}
                </p>
                <p className="text-ink-3">{history(key, t)}</p>
              </div>
              {key.revokedAt === null ? <RevokeKey id={key.id} name={key.name} changed={changed} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function history({ createdAt, lastUsedAt, revokedAt }: KeyRow, t: T): string {
  // Days of the calendar everywhere, so that the page says the same wherever it is rendered.
  const day = (at: number) => formatRange({ from: dayAt(at, 'UTC'), to: dayAt(at, 'UTC') }, 'every', t);
  const made = day(createdAt);
  if (revokedAt !== null) return t('Made on {made}, revoked on {revoked}', { made, revoked: day(revokedAt) });
  return lastUsedAt === null
    ? t('Made on {made}', { made })
    : t('Made on {made}, last used on {used}', { made, used: day(lastUsedAt) });
}
