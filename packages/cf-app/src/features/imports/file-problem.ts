export type FileProblemCode = 'empty' | 'headings' | 'unreadable';

/** Something about a file that whoever chose it can mend; the message says what, in English. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
