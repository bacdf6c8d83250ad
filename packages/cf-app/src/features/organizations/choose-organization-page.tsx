import { Building2 } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { NamedOrganization } from './organizations.ts';

/** The last step of signing in for somebody who is in several organizations. Works without scripts. */
export function ChooseOrganizationPage({ organizations }: { organizations: readonly NamedOrganization[] }) {
  const t = useT();
  if (organizations.length === 0) {
    return (
      <GatePage
        icon={<Building2 size={20} aria-hidden />}
        title={t('There is nothing to choose')}
        actions={
          <a href="/" {...buttonLook('primary')}>
            {t('Go to your stores')}
          </a>
        }
      >
        {t('This sign-in was finished already, or took longer than ten minutes.')}
      </GatePage>
    );
  }
  return (
    <GatePage
      icon={<Building2 size={20} aria-hidden />}
      title={t('Which organization?')}
      actions={organizations.map(({ id, name }) => (
        <form key={id} method="post" action="/auth/workos/organization">
          <input type="hidden" name="organization" value={id} />
          <Button type="submit">{name}</Button>
        </form>
      ))}
    >
      {t('You belong to several. You can change to another one at any time.')}
    </GatePage>
  );
}
