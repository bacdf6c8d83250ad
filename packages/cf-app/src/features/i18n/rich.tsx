import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Phrase, Placeholders, T } from './translate.ts';

type Tags<Text extends string> = Text extends `${string}<${infer Name}>${infer Rest}`
  ? Name extends `/${string}`
    ? Tags<Rest>
    : Name | Tags<Rest>
  : never;

type RichValues<Text extends string> = Phrase extends Text
  ? Readonly<Record<string, ReactNode>>
  : Readonly<Record<Placeholders<Text>, ReactNode>> & Readonly<Record<Tags<Text>, ReactElement>>;

/**
 * A text with elements in it: `rich(t, 'You are {who}. <out>Sign out</out>', { who: <b>Ada</b>, out: <Link to="/out" /> })`.
 * A translation may put them in another order.
 */
export function rich<const Text extends string>(
  t: T,
  text: Text & (string extends Text ? never : unknown),
  values: RichValues<Text>,
): ReactNode {
  const given: Readonly<Record<string, ReactNode>> = values;
  return filled(t, t.pattern(text, given['count']), given);
}

function filled(t: T, pattern: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const found of pattern.matchAll(/<(\w+)>(.*?)<\/\1>|\{(\w+)\}/g)) {
    const [whole, tag, words = '', name = ''] = found;
    const value = values[tag ?? name];
    parts.push(pattern.slice(done, found.index));
    if (tag === undefined) parts.push(typeof value === 'number' ? t.number(value) : value);
    else parts.push(isValidElement(value) ? cloneElement(value, undefined, filled(t, words, values)) : null);
    done = found.index + whole.length;
  }
  parts.push(pattern.slice(done));
  return parts.map((part, place) => <Fragment key={place}>{part}</Fragment>);
}
