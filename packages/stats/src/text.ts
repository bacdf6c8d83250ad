import { z } from 'zod';

/**
 * Text from outside, of at most `most` UTF-16 units. Half of a surrogate pair, as cutting an emoji in two leaves it,
 * becomes U+FFFD: a database gives it back as something else, and what is looked up by it is not found again.
 */
export function text(most: number) {
  return z
    .string()
    .max(most)
    .overwrite((value) => value.toWellFormed());
}
