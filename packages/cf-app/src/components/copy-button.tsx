import { useHydrated } from '@tanstack/react-router';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { buttonLook } from './button.tsx';

/** Copies `text`. `label` says what for screen readers, in the reader's language: "Copy request id". */
export function CopyButton({
  text,
  label,
  children,
  className,
}: {
  text: string;
  label: string;
  children?: ReactNode;
  /** Replaces the look of a button; `children` then have to say what is copied. */
  className?: string;
}) {
  const t = useT();
  const hydrated = useHydrated();
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
      title={label}
      disabled={!hydrated}
      onClick={() => void copy()}
      {...(className === undefined ? buttonLook() : { className })}
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      {children ?? <span aria-hidden>{t('Copy')}</span>}
      <span className="sr-only"> {copied ? t('Copied') : label}</span>
    </button>
  );
}
