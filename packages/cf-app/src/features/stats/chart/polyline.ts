export type Vertex = readonly [x: number, y: number];

/**
 * SVG paths with straight segments: smoothing would invent values. Null breaks the line.
 * A single vertex between two breaks becomes a dot (round caps are what shows).
 */
export function linePath(vertices: readonly (Vertex | null)[]): string {
  return runsOf(vertices)
    .map((run) => `M${run.map(pair).join('L')}${run.length === 1 ? 'Z' : ''}`)
    .join('');
}

/** From the line down to `floor`. */
export function areaPath(vertices: readonly (Vertex | null)[], floor: number): string {
  return runsOf(vertices)
    .map((run) => {
      const [first] = run;
      const last = run.at(-1);
      return first && last
        ? `M${[...run, [last[0], floor] as const, [first[0], floor] as const].map(pair).join('L')}Z`
        : '';
    })
    .join('');
}

function runsOf(vertices: readonly (Vertex | null)[]): Vertex[][] {
  const runs: Vertex[][] = [[]];
  for (const vertex of vertices) {
    if (vertex) runs.at(-1)?.push(vertex);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function pair([x, y]: Vertex): string {
  return `${rounded(x)},${rounded(y)}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
