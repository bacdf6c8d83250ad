import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  about?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One matter of a page: its name, what it is about, and what can be done. */
export function Section({ title, about, actions, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="panel gap-3 p-(--pad)" aria-labelledby={heading}>
      <div className="flex flex-wrap items-start gap-3">
        <div className="me-auto">
          <h2 id={heading} className="text-md font-medium text-ink">
            {title}
          </h2>
          {about === undefined ? null : <p className="max-w-[70ch] text-ink-3">{about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Rows of a section, or what it says where there are none. */
export function Rows({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  return children.length === 0 ? (
    <p className="text-ink-3">{empty}</p>
  ) : (
    <ul className="divide-y divide-line border-t border-line">{children}</ul>
  );
}

/** One of them: what it is, and what can be done with it. */
export function Row({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
      <div className="me-auto min-w-0 break-words">{children}</div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </li>
  );
}
