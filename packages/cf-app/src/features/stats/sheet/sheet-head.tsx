import type { ReactNode } from 'react';

/** The heading of what lies over the page. */
export function SheetHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="sheet-head">
      <h2 id="sheet-title">{title}</h2>
      {children}
    </header>
  );
}
