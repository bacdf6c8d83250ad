import { useT } from '#/features/i18n/use-t.ts';
import { ExplainedName } from '../figures/explain.tsx';
import { lengthName } from '../format/length-name.ts';
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
      {columns.map(({ metric, needs, figures }) => (
        <col key={metric} data-needs={needs} data-characters={lengthName(figures)} />
      ))}
      {compared ? <col data-characters={lengthName(CHANGE_FIGURES)} /> : null}
    </colgroup>
  );
}

/** Headings; each explains its figure. */
export function RankHeadings({ columns, compared, first }: RankColumnsProps & { first: string }) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map(({ metric, name, needs }) => (
          <th key={metric} scope="col" data-needs={needs}>
            <ExplainedName metric={metric}>{name}</ExplainedName>
          </th>
        ))}
        {compared ? <th scope="col">{t('Change')}</th> : null}
      </tr>
    </thead>
  );
}
