import type { ParseArgsOptionsConfig } from 'node:util';
import type { OpsTarget } from '../run/ops-client.ts';

/** One operators' command. What it needs to be parsed, explained and run is said in one place. */
export interface OpsCommand {
  /** `store create` */
  readonly name: string;
  readonly summary: string;
  /** What else one should know before using it. */
  readonly note?: string;
  /** Names of what is given without a flag, in order; all of them are needed, the last one may repeat with `…`. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OpsOption>>;
  readonly examples: readonly string[];
  readonly run: (given: Given, target: OpsTarget) => Promise<void>;
}

export interface OpsOption {
  /** What stands for the value in the help text; none for a switch. */
  readonly value?: string;
  readonly help: string;
  readonly required?: true;
  readonly multiple?: true;
}

export interface Given {
  readonly positionals: readonly string[];
  /** Values of options that were given; a switch has one value, ''. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Options of every command. */
export const COMMON_OPTIONS: Readonly<Record<string, OpsOption>> = {
  remote: { help: 'in production: APP_ORIGIN of wrangler.jsonc, with OPS_TOKEN from the environment' },
  help: { help: 'show this' },
};

export function parseArgsOptions(command: OpsCommand): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
}
