import { Link } from '@tanstack/react-router';
import { RequestId } from '#/components/request-id.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { AdminHead } from '../admin-frame.tsx';

export function NoSuchStore({ slug, requestId }: { slug: string; requestId: string }) {
  const t = useT();
  return (
    <>
      <AdminHead title={t('There is no store {slug}', { slug })}>
        <Link to="/admin/stores" className="text-link">
          {t('All stores')}
        </Link>
      </AdminHead>
      <RequestId id={requestId} status={404} />
    </>
  );
}
