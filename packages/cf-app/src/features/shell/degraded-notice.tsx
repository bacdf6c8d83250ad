import { Unplug } from 'lucide-react';

/** While WorkOS cannot be asked: what still works and what does not. */
export function DegradedNotice() {
  return (
    <output className="notice">
      <Unplug size={16} aria-hidden />
      <span>
        <b>Sign-in is not answering.</b> Your figures are up to date; nothing can be changed until it is back.
      </span>
    </output>
  );
}
