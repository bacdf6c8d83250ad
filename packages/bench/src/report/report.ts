/** What a benchmark has found. */
export interface Report {
  /** Of its results file. */
  readonly name: string;
  readonly rounds: number;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly tables: readonly TextTable[];
}

export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** What is to be reached; null where nothing is. */
  readonly target: number | null;
  readonly better: 'lower' | 'higher';
}

export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The figures that have a target, as a table. */
export function targetTable(figures: Report['figures']): TextTable {
  return {
    title: 'Targets',
    head: ['figure', 'measured', 'target', ''],
    rows: Object.entries(figures).flatMap(([key, { value, unit, target, better }]) => {
      if (target === null) return [];
      const isMet = better === 'lower' ? value <= target : value >= target;
      const bound = better === 'lower' ? 'at most' : 'at least';
      return [[key, `${amount(value)} ${unit}`, `${bound} ${amount(target)}`, isMet ? 'met' : 'missed']];
    }),
  };
}

/** Three significant digits, thousands apart. */
export function amount(value: number): string {
  return value.toLocaleString('en', {
    maximumSignificantDigits: Math.abs(value) < 1000 ? 3 : 12,
    maximumFractionDigits: 0,
    roundingPriority: Math.abs(value) < 1000 ? 'morePrecision' : 'lessPrecision',
  });
}

/** As Markdown, so that it can go into `docs/benchmarks.md` as it is. */
export function markdown({ title, head, rows }: TextTable): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(' | ')} |`;
  const rule = line(
    widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  return [`**${title}**`, '', line(head), rule, ...rows.map(line)].join('\n');
}
