import { useSyncExternalStore } from 'react';

const NOTHING: readonly string[] = [];
const known = new Map<'timeZone' | 'currency', readonly string[]>();

/** Names that `Intl` knows, for a field to complete from: `<input list="time-zones">`. */
export function NameList({ id, of }: { id: string; of: 'timeZone' | 'currency' }) {
  // The server's page has none: server and browser need not know the same.
  const names = useSyncExternalStore(
    never,
    () => namesOf(of),
    () => NOTHING,
  );
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

function namesOf(kind: 'timeZone' | 'currency'): readonly string[] {
  const names = known.get(kind) ?? Intl.supportedValuesOf(kind);
  known.set(kind, names);
  return names;
}

function never(): () => void {
  return () => {};
}
