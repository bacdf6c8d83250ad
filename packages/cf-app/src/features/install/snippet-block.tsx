import { CopyButton } from '#/components/copy-button.tsx';

/** Code to be copied, in lines as it is. */
export function SnippetBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="snippet">
      <code className="whitespace-pre-wrap">{code}</code>
      <CopyButton text={code} label={label} />
    </div>
  );
}
