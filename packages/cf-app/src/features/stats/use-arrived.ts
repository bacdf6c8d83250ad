import { use, useEffect, useState } from 'react';
import type { StatsReport } from './answers.ts';

/** A part of the page that comes after the cards, and whose answer it is of. */
export interface Arrived {
  readonly report: StatsReport;
  /** That of the first answer may be under way yet. */
  readonly html: string | Promise<string>;
}

/**
 * A part of `report` as soon as it is there; that of the answer before stays until then. Each part comes by itself: in one
 * transition they would all wait for the last.
 */
export function useArrived(report: StatsReport | null, part: 'why' | 'panels' | 'below'): Arrived | null {
  const [arrived, setArrived] = useState(() => report && { report, html: report[part] as Arrived['html'] });
  const shown = arrived?.report;
  useEffect(() => {
    if (report === null || report === shown) return;
    let isNewest = true;
    void (async () => {
      const html = await report[part];
      if (isNewest) setArrived({ report, html });
    })();
    return () => {
      isNewest = false;
    };
  }, [report, part, shown]);
  return arrived ?? (report && { report, html: report[part] });
}

/** Suspends until it is there. */
export function useHtml({ html }: Arrived): string {
  return typeof html === 'string' ? html : use(html);
}
