import { retell } from './retell.ts';
import { msg, type T } from './translate.ts';

/** What schemas say is wrong with a field: the words of Zod, and of the schemas that read shops and files. */
const PATTERNS = [
  msg('Invalid input: expected {expected}, received {received}'),
  msg('Invalid option: expected one of {options}'),
  msg('Invalid input'),
  msg('Too big: expected {what} to be <{most}'),
  msg('Too big: expected {what} to have <{most}'),
  msg('Too small: expected {what} to be >{least}'),
  msg('Too small: expected {what} to have >{least}'),
  msg('Invalid ISO datetime'),
  msg('Invalid string: must match pattern {pattern}'),
  msg('not an id'),
  msg('not a decimal amount'),
  msg('not an ISO 4217 currency'),
  msg('too much text in the lines'),
  msg('not a day, YYYY-MM-DD'),
  msg('no such day'),
  msg('not within {first} and {last}'),
] as const;

/** `field: what is wrong with it`, where a field is named. */
export function fieldProblem(text: string, t: T): string {
  const [field = '', ...problem] = text.split(': ');
  return problem.length === 0 ? text : `${field}: ${problemWords(problem.join(': '), t)}`;
}

/** What is wrong with a field, in the reader's language; as it was said where it is told in English only. */
function problemWords(problem: string, t: T): string {
  return retell(problem, PATTERNS, t) ?? problem;
}
