import { lengthName } from '../format/length-name.ts';
import type { Column } from './columns.ts';

/** A triangle and "1,234 %". */
const CHANGE_FIGURES = 9;

/** Widths: the names take what the figures leave. */
export function RankColumns({ columns, compared }: { columns: readonly Column[]; compared: boolean }) {
  return (
    <colgroup>
      <col />
      {columns.map(({ metric, needs, figures }) => (
        <col key={metric} data-needs={needs} data-characters={lengthName(figures)} />
      ))}
      {compared ? <col data-characters={lengthName(CHANGE_FIGURES)} /> : null}
    </colgroup>
  );
}
