/** Something about a file that whoever chose it can mend; the message says what. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
