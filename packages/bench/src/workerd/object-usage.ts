/** What a store's object has cost so far. */
export interface ObjectUsage {
  readonly alarms: number;
  /** As the platform bills them: rows of indexes are rows, and so is setting an alarm. */
  readonly rowsWritten: number;
  readonly rowsRead: number;
  readonly archivePuts: number;
  readonly archiveBytes: number;
}
