/** What went wrong, for programs: RFC 9457. `code` is stable; `detail` is for people and may change. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** The fields at fault, by path. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem }), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
