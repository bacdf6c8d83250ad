import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';

interface FileChoiceProps {
  label: string;
  disabled: boolean;
  onChoose: (file: File) => void;
}

/** A file by choosing or by dropping it. */
export function FileChoice({ label, disabled, onChoose }: FileChoiceProps) {
  const t = useT();
  const id = useId();
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onChoose(file);
  }

  return (
    <div
      className={`grid justify-items-start gap-2 rounded-(--radius-lg) border border-dashed border-edge p-(--pad) ${over ? 'bg-hover' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="flex items-center gap-2 font-medium text-ink">
        <Upload size={16} aria-hidden className="text-ink-3" />
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.gz,text/csv"
        disabled={disabled}
        className="max-w-full text-ink-2"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again, to go on.
          currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
      <p className="text-xs text-ink-3">{t('CSV, also packed as .gz. Or drop it here.')}</p>
    </div>
  );
}
