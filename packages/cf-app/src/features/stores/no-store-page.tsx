import { Store } from 'lucide-react';
import { CopyButton } from '#/components/copy-button.tsx';
import { buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import { LOGOUT_PATH } from '#/features/auth/paths.ts';
import type { Person } from '#/features/auth/person.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';

/** Signed in, but nobody has granted a store yet: whom to ask, and what they need to know. */
export function NoStorePage({ person }: { person: Person }) {
  const t = useT();
  const home = `${organizationPrefix()}/`;
  return (
    <GatePage
      icon={<Store size={20} aria-hidden />}
      title={t('You have no store yet')}
      home={home}
      actions={
        <>
          <a href={home} {...buttonLook('primary')}>
            {t('Look again')}
          </a>
          <form method="post" action={LOGOUT_PATH}>
            <button type="submit" {...buttonLook()}>
              {t('Use another account')}
            </button>
          </form>
        </>
      }
    >
      <p>
        {rich(
          t,
          'You are signed in as {who}. Ask whoever invited you, or LayerKick’s support, to give you access to your store. They need this id:',
          { who: <b>{person.email ?? person.name ?? person.id}</b> },
        )}
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-2">
        <code className="rounded-md border border-line bg-surface px-3 py-1.5 font-mono text-sm tracking-normal break-all text-ink">
          {person.id}
        </code>
        <CopyButton text={person.id} label={t('Copy user id')} />
      </p>
    </GatePage>
  );
}
