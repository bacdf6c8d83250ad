import { METRICS } from '@layerkick/stats/metrics';
import { BareTopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { PANEL_TITLES } from '../panels/catalog.ts';
import { CARD_METRICS, PANEL_IDS } from '../view/search.schema.ts';

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
            {CARD_METRICS.map((metric, index) => (
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
        <div className="panels">
          {PANEL_IDS.map((panel) => (
            <section key={panel} className="panel rank" data-panel={panel}>
              <header className="panel-head">
                <h2>{t(PANEL_TITLES[panel])}</h2>
              </header>
              <div className="grid gap-4.5 p-[var(--pad)] pt-3">
                {['w-4/5', 'w-3/5', 'w-1/2', 'w-2/5', 'w-1/3'].map((width) => (
                  <Bar key={width} className={`h-3.5 ${width}`} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </main>
    </>
  );
}

function Bar({ className }: { className: string }) {
  return <span className={`skeleton ${className}`} />;
}
