import { Link } from '@tanstack/react-router';
import { Share2 } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { useAuth } from '#/features/auth/use-auth.ts';
import { useT } from '#/features/i18n/use-t.ts';

/** The way to a store's links, for whoever may make one. */
export function ShareEntry({ slug }: { slug: string }) {
  const t = useT();
  const { permissions } = useAuth();
  if (!permissions?.includes('store:manage')) return null;
  return (
    <Link
      to="/settings/store"
      search={{ store: slug }}
      hash="shared-links"
      {...buttonLook('quiet', 'max-phone:hidden')}
    >
      <Share2 size={14} aria-hidden />
      {t('Share')}
    </Link>
  );
}
