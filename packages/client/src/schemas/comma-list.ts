import { z } from 'zod';

/** Several words in one parameter: `a,b`. Each is for `word` to judge. */
export function commaList<S extends z.ZodType<unknown, string>>(word: S, most: number) {
  return z
    .string()
    .max(most * 100)
    .transform((text) => text.split(','))
    .pipe(z.array(word).min(1).max(most));
}
