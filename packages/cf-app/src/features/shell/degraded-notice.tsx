import { Unplug } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';

/** While WorkOS cannot be asked: what still works and what does not. */
export function DegradedNotice() {
  const t = useT();
  return (
    <output className="notice">
      <Unplug size={16} aria-hidden />
      <span>
        {rich(
          t,
          '<b>Sign-in is not answering.</b> Your figures are up to date; nothing can be changed until it is back.',
          { b: <b /> },
        )}
      </span>
    </output>
  );
}
