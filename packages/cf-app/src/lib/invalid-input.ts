import { z } from 'zod';

/** How Start reports what a validator did not accept: the issues as JSON in the error's message. */
const issues = z
  .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
  .min(1);

/** What was wrong with the input, by field; null where the error is about something else. */
export function invalidInput(error: unknown): string | null {
  if (!(error instanceof Error) || !error.message.startsWith('[')) return null;
  try {
    const parsed = issues.safeParse(JSON.parse(error.message)).data ?? [];
    const named = parsed.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
    return named.length === 0 ? null : named.join('; ');
  } catch {
    return null;
  }
}
