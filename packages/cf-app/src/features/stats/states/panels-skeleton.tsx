const PANELS = [
  'funnel',
  'heatmap',
  'sources',
  'products',
  'countries',
  'pages',
  'devices',
  'customers',
  'orders',
  'cohorts',
] as const;

/** Frames as large as what replaces them. */
export function PanelsSkeleton() {
  return (
    <div className="panels">
      {PANELS.map((panel) => (
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
