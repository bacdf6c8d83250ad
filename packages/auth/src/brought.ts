/** Does work where it finds what it takes; most of what asks for it is done without. */
export type Brought = <T>(work: () => T) => T;

export const directly: Brought = (work) => work();
