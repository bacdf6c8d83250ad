import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, type Given, type OpsCommand, parseArgsOptions } from './command.ts';
import { nearest } from './nearest.ts';

export type Parsed =
  | { readonly kind: 'run'; readonly command: OpsCommand; readonly given: Given; readonly remote: boolean }
  /** `command` is null for the list of all of them. */
  | { readonly kind: 'help'; readonly command: OpsCommand | null }
  | { readonly kind: 'wrong'; readonly message: string; readonly command: OpsCommand | null };

/** What an operator typed, as a command with its arguments, a call for help, or one line that says what is wrong. */
export function parse(commands: readonly OpsCommand[], words: readonly string[]): Parsed {
  const command = commands.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
  if (command === undefined) return withoutCommand(commands, words);
  return parseGiven(command, words.slice(command.name.split(' ').length));
}

function withoutCommand(commands: readonly OpsCommand[], words: readonly string[]): Parsed {
  if (words.length === 0 || words.includes('--help')) return { kind: 'help', command: null };
  const typed = words.slice(0, 2).filter((word) => !word.startsWith('-'));
  const ofGroup = commands.filter(({ name }) => name.startsWith(`${typed[0]} `));
  if (typed.length === 1 && ofGroup.length > 0) {
    return wrong(`${typed[0]} what? There are: ${ofGroup.map(({ name }) => name).join(', ')}.`, null);
  }
  const close = nearest(
    typed.join(' '),
    commands.map(({ name }) => name),
  );
  const hint = close === null ? 'npm run ops -- --help lists them.' : `Did you mean "${close}"?`;
  return wrong(`There is no command "${typed.join(' ')}". ${hint}`, null);
}

function parseGiven(command: OpsCommand, words: readonly string[]): Parsed {
  const known = Object.keys({ ...command.options, ...COMMON_OPTIONS });
  let values: ReturnType<typeof parseArgs>['values'];
  let positionals: readonly string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...words],
      options: parseArgsOptions(command),
      allowPositionals: true,
    }));
  } catch (error) {
    const unknown = /Unknown option '--?([^' ]+)/.exec(String(error))?.[1];
    const close = unknown === undefined ? null : nearest(unknown, known);
    if (unknown === undefined) return wrong(firstSentence(error), command);
    return wrong(`There is no --${unknown}.${close === null ? '' : ` Did you mean --${close}?`}`, command);
  }
  const options = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      [value].flat().map((one) => (one === true ? '' : String(one))),
    ]),
  );
  if (options.has('help')) return { kind: 'help', command };

  for (const [name, { required, multiple, value }] of Object.entries(command.options)) {
    const given = options.get(name);
    if (required && given === undefined) return wrong(`--${name} <${value}> is missing.`, command);
    if (given !== undefined && given.length > 1 && !multiple)
      return wrong(`--${name} is given twice.`, command);
  }
  const problem = positionalsProblem(command, positionals);
  if (problem !== null) return wrong(problem, command);
  return { kind: 'run', command, given: { positionals, options }, remote: options.has('remote') };
}

function positionalsProblem({ positionals: names }: OpsCommand, given: readonly string[]): string | null {
  const missing = names[given.length];
  if (missing !== undefined) return `<${missing.replace('…', '')}> is missing.`;
  const repeats = names.at(-1)?.endsWith('…') ?? false;
  const extra = repeats ? undefined : given[names.length];
  return extra === undefined ? null : `"${extra}" is one argument too many.`;
}

function wrong(message: string, command: OpsCommand | null): Parsed {
  return { kind: 'wrong', message, command };
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/[.\n]/)[0]}.`;
}
