import type { ReactNode } from 'react';

interface LabelledProps {
  label: ReactNode;
  /** The field, and what is said about it. */
  children: ReactNode;
  /** How it takes its place among others. */
  className?: string;
}

/** A field with its name above it. */
export function Labelled({ label, children, className = '' }: LabelledProps) {
  return (
    <label className={`grid grid-cols-[minmax(0,1fr)] gap-1.5 ${className}`}>
      <span className="font-medium text-ink">{label}</span>
      {children}
    </label>
  );
}
