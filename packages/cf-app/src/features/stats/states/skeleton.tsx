import { METRICS } from '@layerkick/stats/metrics';
import { BareTopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { USUAL_CARDS } from '../view/search.schema.ts';
import { PanelsSkeleton } from './panels-skeleton.tsx';

/** Frames and labels are known, so they are real; only what is not known is a bar, as large as what replaces it. */
export function StatsSkeleton() {
  const t = useT();
  return (
    <>
      <BareTopBar />
      <main id="main" className="page-width pb-8" aria-busy="true">
        <output className="sr-only">{t('Loading figures')}</output>
        <section className="panel hero">
          <ul className="cards">
            {USUAL_CARDS.map((metric, index) => (
              <li key={metric} className="card" data-current={index === 0 ? '' : undefined}>
                <div className="card-label">{t(METRICS[metric].label)}</div>
                <Bar className="my-1.5 h-5.5 w-28" />
                <div className="card-foot">
                  <Bar className="mb-1 h-2.5 w-12" />
                  <Bar className="h-4.5 w-20" />
                </div>
              </li>
            ))}
          </ul>
          <div className="chart">
            <header className="chart-head">
              <Bar className="h-4 w-36" />
            </header>
            <div className="plot">
              <div className="plot-area">
                <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
                  {[0, 33, 67].map((y) => (
                    <line key={y} className="gridline" x1="0" x2="100" y1={y} y2={y} />
                  ))}
                  <line className="baseline" x1="0" x2="100" y1="100" y2="100" />
                </svg>
              </div>
            </div>
          </div>
        </section>
        <PanelsSkeleton />
      </main>
    </>
  );
}

function Bar({ className }: { className: string }) {
  return <span className={`skeleton ${className}`} />;
}
