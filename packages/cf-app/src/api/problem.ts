/** What went wrong, for programs: RFC 9457. `code` is stable; `detail` is for people and may change. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** The fields at fault, by path. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** What was given and cannot be, by field; what is wrong with all of it has an empty one. */
export function fieldsInvalid(errors: NonNullable<Problem['errors']>): Problem {
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return { status: 400, code: 'fields_invalid', title: 'Some fields are wrong', detail, errors };
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem }), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
