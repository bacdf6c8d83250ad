/**
 * Asks one of the benchmarks' own Workers, whose answers are JSON or nothing.
 *
 * @throws when the Worker does not answer 200, with what it said
 */
export async function post<Answer>(url: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    // SQLite keeps this process busy for seconds, in which workerd closes connections that are not used.
    headers: { connection: 'close' },
    body: JSON.stringify(body ?? null),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 1000)}`);
  // Our own Worker, a file further.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as Answer;
}
