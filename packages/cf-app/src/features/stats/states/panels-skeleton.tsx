const IN_SIGHT = ['funnel', 'heatmap', 'sources', 'products'];

const BELOW = ['countries', 'pages', 'devices', 'customers', 'orders', 'cohorts'];

/** Frames as large as what replaces them, in two grids as that comes; of those below only where the others are there. */
export function PanelsSkeleton({ inSight = true }: { inSight?: boolean }) {
  return (
    <>
      {inSight ? <Frames panels={IN_SIGHT} /> : null}
      <Frames panels={BELOW} />
    </>
  );
}

function Frames({ panels }: { panels: readonly string[] }) {
  return (
    <div className="panels">
      {panels.map((panel) => (
        <section key={panel} className="panel" data-panel={panel}>
          <div className="grid gap-4.5 p-[var(--pad)]">
            {['w-2/5', 'w-4/5', 'w-3/5', 'w-1/2', 'w-1/3'].map((width) => (
              <span key={width} className={`skeleton h-3.5 ${width}`} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
