import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { buttonLook } from './button.tsx';

/** Copies `text`. `what` names it for screen readers: "Copy request id". */
export function CopyButton({
  text,
  what,
  children = 'Copy',
  className,
}: {
  text: string;
  what: string;
  children?: ReactNode;
  /** Replaces the look of a button; `children` then have to say what is copied. */
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const back = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(back);
  }, [copied]);

  async function copy() {
    // Refused without a secure context or a permission: the text is on the page to be selected.
    setCopied(
      await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    );
  }

  return (
    <button
      type="button"
      title={`Copy ${what}`}
      onClick={() => void copy()}
      {...(className === undefined ? buttonLook() : { className })}
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      {children}
      <span className="sr-only">{copied ? `, ${what} copied` : ` ${what}`}</span>
    </button>
  );
}
