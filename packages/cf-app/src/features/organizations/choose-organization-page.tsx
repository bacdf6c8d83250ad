import { Building2 } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import type { NamedOrganization } from './organizations.ts';

/** The last step of signing in for somebody who is in several organizations. Works without scripts. */
export function ChooseOrganizationPage({ organizations }: { organizations: readonly NamedOrganization[] }) {
  if (organizations.length === 0) {
    return (
      <GatePage
        icon={<Building2 size={20} aria-hidden />}
        title="There is nothing to choose"
        actions={
          <a href="/" {...buttonLook('primary')}>
            Go to your stores
          </a>
        }
      >
        This sign-in was finished already, or took longer than ten minutes.
      </GatePage>
    );
  }
  return (
    <GatePage
      icon={<Building2 size={20} aria-hidden />}
      title="Which organization?"
      actions={organizations.map(({ id, name }) => (
        <form key={id} method="post" action="/auth/workos/organization">
          <input type="hidden" name="organization" value={id} />
          <Button type="submit">{name}</Button>
        </form>
      ))}
    >
      You belong to several. You can change to another one at any time.
    </GatePage>
  );
}
