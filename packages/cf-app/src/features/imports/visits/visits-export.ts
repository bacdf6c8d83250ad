import {
  type ImportedDay,
  type ImportedFrom,
  importedDay,
} from '@layerkick/stats/imported-days/imported-day';

/** What can be said of a row under the headings of a file. */
export type Cell = (heading: string) => string;

export type ReadDay =
  | { readonly ok: true; readonly day: ImportedDay }
  | { readonly ok: false; readonly reason: string };

/** How the days of one kind of file are read. */
export interface VisitsExport {
  readonly from: ImportedFrom;
  /** Of each, the first heading that the file has is used; one of each has to be there. */
  readonly columns: Readonly<Record<'day' | 'visitors' | 'sessions' | 'pageViews', readonly string[]>>;
  /** `firstDay`: what the lines before the headings call the start, `YYYY-MM-DD`; null where they do not. */
  readDay(
    cell: Cell,
    found: Readonly<Record<keyof VisitsExport['columns'], string>>,
    firstDay: string | null,
  ): ReadDay;
}

/** A file whose headings say nothing else than the columns do is of the first kind that fits. */
export function findColumns(
  { columns }: VisitsExport,
  headings: readonly string[],
): Record<keyof VisitsExport['columns'], string> | null {
  const found = Object.entries(columns).map(
    ([name, choices]) => [name, choices.find((choice) => headings.includes(choice))] as const,
  );
  if (found.some(([, heading]) => heading === undefined)) return null;
  const { day = '', visitors = '', sessions = '', pageViews = '' } = Object.fromEntries(found);
  return { day, visitors, sessions, pageViews };
}

/** A day's numbers as the schema has them; the reason names the field. */
export function dayOf(told: Readonly<Record<keyof ImportedDay, string | number | null>>): ReadDay {
  const parsed = importedDay.safeParse(told);
  if (parsed.success) return { ok: true, day: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue?.path.join('.')}: ${issue?.message}` };
}

/** Null for what is no whole number. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}
