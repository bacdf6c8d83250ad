/** A visit ends when nothing happens for longer than this; and only so long after midnight one of the day before goes on. */
export const VISIT_GAP_MS = 30 * 60_000;
