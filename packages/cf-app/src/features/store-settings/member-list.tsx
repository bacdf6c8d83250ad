import { Section } from '#/features/admin/section.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { T } from '#/features/i18n/translate.ts';
import type { Member, MemberReason, Members } from './store-settings.ts';

/** Who sees the store, and why. */
export function MemberList({ members: { people, more } }: { members: Members }) {
  const t = useT();
  return (
    <Section
      title={t('Members')}
      about={t('Who sees this store, and why. The operators of LayerKick see every store.')}
    >
      {people.length === 0 ? (
        <p className="text-ink-3">{t('Nobody but the operators.')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {people.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      )}
      {more ? <p className="text-ink-3">{t('There are more than are listed here.')}</p> : null}
    </Section>
  );
}

function MemberRow({ member: { id, name, email, reasons } }: { member: Member }) {
  const t = useT();
  return (
    <li className="py-2.5">
      <p className="truncate font-medium text-ink">{name ?? email ?? id}</p>
      {name !== null && email !== null ? <p className="truncate text-ink-3">{email}</p> : null}
      <p className="text-ink-3">{reasons.map((reason) => inWords(reason, t)).join(' · ')}</p>
    </li>
  );
}

function inWords(reason: MemberReason, t: T): string {
  if (reason.by === 'mapping') return t('Was given this store');
  return t('{role} in {organization}', { role: reason.role ?? '–', organization: reason.organization });
}
