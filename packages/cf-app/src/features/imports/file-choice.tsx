import { Upload } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
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
  const input = useRef<HTMLInputElement>(null);

  // Before the page listens, a file can be chosen already; later there is none left to take.
  useEffect(take);

  function take() {
    const field = input.current;
    const [file] = field?.files ?? [];
    if (!field || !file) return;
    // The same file can be chosen again, to go on.
    field.value = '';
    onChoose(file);
  }

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
        ref={input}
        type="file"
        accept=".csv,.gz,text/csv"
        disabled={disabled}
        className="max-w-full text-ink-2 file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-surface file:px-3 file:font-medium file:text-ink file:hover:bg-hover"
        onChange={take}
      />
      <p className="text-xs text-ink-3">{t('CSV, also packed as .gz. Or drop it here.')}</p>
    </div>
  );
}
