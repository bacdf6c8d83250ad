/** Says what is being done while it is; how, is up to the command. */
export type Step = <Result>(
  label: string,
  work: (progress: { show(fraction: number): void }) => Promise<Result>,
) => Promise<Result>;
