import { type ReactNode, useId } from 'react';

/** One matter of a store: its name, what it is about, and what can be done. */
export function Section({
  title,
  about,
  children,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className="panel gap-3 p-(--pad)" aria-labelledby={heading}>
      <div>
        <h2 id={heading} className="text-md font-medium text-ink">
          {title}
        </h2>
        {about === undefined ? null : <p className="max-w-[70ch] text-ink-3">{about}</p>}
      </div>
      {children}
    </section>
  );
}
