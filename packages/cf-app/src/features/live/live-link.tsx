import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';

/**
 * How many are in the shop, told by its store as it changes, and the way to what they do. Before anybody has told, and
 * where nobody can, it is the way only.
 */
export function LiveLink({ slug }: { slug: string }) {
  const t = useT();
  const [visitors, setVisitors] = useState<number | null>(null);
  useEffect(() => {
    let stop = () => {};
    let left = false;
    async function listen() {
      // What the page needs comes first.
      const { watchStore } = await import('./watch-store.ts');
      if (left) return;
      stop = watchStore<{ visitors: number }>(slug, 'count', {
        told: (state) => setVisitors(state.visitors),
        status: (status) => status === 'offline' && setVisitors(null),
        // The page itself finds out with its next question.
        ended: () => setVisitors(null),
      });
    }
    // Without it, it stays the way to the live view.
    listen().catch(() => {});
    return () => {
      left = true;
      stop();
    };
  }, [slug]);
  return (
    <Link to="/stats/$hash/live" params={{ hash: slug }} className="live-link" title={t('Live view')}>
      <i className="live-dot" data-on={visitors === null ? undefined : ''} />
      {visitors === null ? (
        t('Live')
      ) : (
        <span data-live-visitors={visitors}>{t('{visitors} now', { visitors })}</span>
      )}
    </Link>
  );
}
