import type { LiveCount, LiveState } from '@layerkick/stats/live';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, TriangleAlert } from 'lucide-react';
import type { SessionAtStore } from '#/features/shell/session-at.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { StoreSwitcher } from '#/features/shell/store-switcher.tsx';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { formatTimeExact } from '#/features/stats/format/time.ts';
import { LiveCarts } from './live-carts.tsx';
import { LiveOrders } from './live-orders.tsx';
import { LiveSteps } from './live-steps.tsx';
import { useLive } from './use-live.ts';

interface LivePageProps {
  session: SessionAtStore;
  initial: LiveState;
}

/** What goes on in a shop, as it happens. Remount it for another store. */
export function LivePage({ session, initial }: LivePageProps) {
  const t = useT();
  const { store, stores, person, devBypass, degraded } = session;
  const { state, status } = useLive(store.slug, initial);
  const time = formatTimeExact(state.at, store.timeZone);
  return (
    <>
      <TopBar
        person={person}
        devBypass={devBypass}
        degraded={degraded}
        place={<StoreSwitcher store={store} stores={stores} />}
        notice={
          status === 'offline' ? (
            <output className="notice">
              <TriangleAlert size={16} aria-hidden />
              <span>
                {rich(
                  t,
                  '<b>The live connection is down.</b> You see the shop as it was at {time}. It is being tried again.',
                  { b: <b />, time },
                )}
              </span>
            </output>
          ) : null
        }
      />
      <main id="main" className="page-width pb-8" data-live={status}>
        <header className="live-head">
          <Link to="/stats/$hash" params={{ hash: store.slug }} className="text-link back-link">
            <ArrowLeft size={14} aria-hidden />
            {t('All figures')}
          </Link>
          <h1 className="sr-only">{t('{store}, live', { store: store.name })}</h1>
          <p className="live-now" data-live-visitors={state.visitors}>
            {rich(
              t,
              '<b>{count}</b> <words>visitor in the last 5 minutes</words>|<b>{count}</b> <words>visitors in the last 5 minutes</words>',
              { b: <b />, words: <span />, count: state.visitors },
            )}
            <i className="live-dot" data-on={status === 'live' ? '' : undefined} />
          </p>
        </header>
        <LiveSteps state={state} />
        <div className="live-panels">
          <LiveCarts state={state} timeZone={store.timeZone} />
          <LiveOrders state={state} timeZone={store.timeZone} />
          <LiveRanks title={t('On which page')} rows={state.pages} empty={t('Nobody is on a page.')} />
          <LiveRanks
            title={t('Where from')}
            rows={state.sources}
            empty={t('Nobody is here.')}
            unnamed={t('Direct')}
          />
        </div>
      </main>
    </>
  );
}

interface LiveRanksProps {
  title: string;
  rows: readonly LiveCount[];
  empty: string;
  /** What the row without a name is called. */
  unnamed?: string;
}

function LiveRanks({ title, rows, empty, unnamed = '' }: LiveRanksProps) {
  const t = useT();
  const most = rows[0]?.visitors ?? 1;
  return (
    <section className="panel live-list" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
      </header>
      {rows.length === 0 ? (
        <p className="panel-empty">{empty}</p>
      ) : (
        <ul>
          {rows.map(({ name, visitors }) => (
            <li key={name} className="live-rank">
              <svg className="bar" width={`${(100 * visitors) / most}%`} aria-hidden />
              <span title={name}>{name || unnamed}</span>
              <b>{t.number(visitors)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
