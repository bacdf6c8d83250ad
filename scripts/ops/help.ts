import { COMMON_OPTIONS, type OpsCommand } from './command.ts';

/** All commands, one line each. */
export function overview(commands: readonly OpsCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'Operators’ commands. They write through the app that runs here, or through a local one for the moment.',
    '',
    'Usage: npm run ops -- <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'npm run ops -- <command> --help explains one of them.',
  ].join('\n');
}

export function usage({ name, positionals, options }: OpsCommand): string {
  const flags = Object.entries(options).map(([flag, { value, required }]) => {
    const text = value === undefined ? `--${flag}` : `--${flag} <${value}>`;
    return required ? text : `[${text}]`;
  });
  return ['npm run ops --', name, ...positionals.map((it) => `<${it}>`), ...flags, '[--remote]'].join(' ');
}

export function explain(command: OpsCommand): string {
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(
    ([flag, { value, help }]) => [value === undefined ? `--${flag}` : `--${flag} <${value}>`, help] as const,
  );
  const width = Math.max(...options.map(([flag]) => flag.length)) + 2;
  return [
    `${command.summary}.${command.note === undefined ? '' : ` ${command.note}`}`,
    '',
    `Usage: ${usage(command)}`,
    '',
    ...options.map(([flag, help]) => `  ${flag.padEnd(width)}${help}`),
    '',
    'Examples:',
    ...command.examples.map((example) => `  npm run ops -- ${example}`),
  ].join('\n');
}
