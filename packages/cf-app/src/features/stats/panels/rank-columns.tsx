import { ExplainedName } from '../figures/explain.tsx';
import type { Column } from './columns.ts';

interface RankColumnsProps {
  columns: readonly Column[];
  compared: boolean;
}

/** A triangle and "1,234 %". */
const CHANGE_FIGURES = 9;

/** Widths: the names take what the figures leave. */
export function RankColumns({ columns, compared }: RankColumnsProps) {
  return (
    <colgroup>
      <col />
      {columns.map(({ metric, needs, figures }, index) => (
        <col
          key={metric}
          data-needs={needs}
          style={{ width: widthOf(figures, !compared && index === columns.length - 1) }}
        />
      ))}
      {compared ? <col style={{ width: widthOf(CHANGE_FIGURES, true) }} /> : null}
    </colgroup>
  );
}

/** Headings; each explains its figure. */
export function RankHeadings({ columns, compared, first }: RankColumnsProps & { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map(({ metric, name, needs }) => (
          <th key={metric} scope="col" data-needs={needs}>
            <ExplainedName metric={metric}>{name}</ExplainedName>
          </th>
        ))}
        {compared ? <th scope="col">Change</th> : null}
      </tr>
    </thead>
  );
}

/** `figures` side by side and the space before them; the last column has the panel's edge behind it. */
function widthOf(figures: number, last: boolean): string {
  return last ? `calc(${figures}ch + 10px + var(--pad))` : `calc(${figures}ch + 10px)`;
}
