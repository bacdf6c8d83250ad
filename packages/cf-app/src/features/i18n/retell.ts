import type { Phrase, T } from './translate.ts';

/**
 * A text that a program wrote down in English, in the reader's language; null where it was made from none of the `patterns`.
 * Reasons are kept as they were printed: what a command prints and what a page shows stay the same thing.
 */
export function retell(text: string, patterns: readonly Phrase[], t: T): string | null {
  for (const pattern of patterns) {
    const values = valuesIn(text, pattern);
    if (values !== null) return t(pattern, values);
  }
  return null;
}

/** What stands where the pattern has placeholders; null where the text is another one. */
function valuesIn(text: string, pattern: Phrase): Record<string, string> | null {
  let expression = EXPRESSIONS.get(pattern);
  if (expression === undefined) EXPRESSIONS.set(pattern, (expression = expressionOf(pattern)));
  const found = expression.exec(text);
  return found && { ...found.groups };
}

const EXPRESSIONS = new Map<Phrase, RegExp>();

function expressionOf(pattern: Phrase): RegExp {
  const source = pattern
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : escaped(part)))
    .join('');
  return new RegExp(`^${source}$`, 's');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
