import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatDayLong } from '#/features/stats/format/day.ts';
import { annotationWords } from './annotation-words.ts';
import { addAnnotation, deleteAnnotation, editAnnotation } from './annotations.functions.ts';
import type { Annotation } from './annotations.ts';

interface AnnotationDialogProps {
  slug: string;
  day: string;
  /** The year that goes without saying. */
  present: string;
  /** Those of the day. */
  annotations: readonly Annotation[];
  changed: () => Promise<void>;
  close: () => void;
}

/** What happened on one day, and what else to say about it. */
export function AnnotationDialog(props: AnnotationDialogProps) {
  const { slug, day, present, annotations, changed, close } = props;
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [editing, setEditing] = useState<Annotation | null>(null);
  const { busy, problem, act } = useChange((code) => annotationWords(code, t));
  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '');
    void act(
      () =>
        editing === null
          ? addAnnotation({ data: { slug, day, text } })
          : editAnnotation({ data: { slug, id: editing.id, text } }),
      async () => {
        await changed();
        close();
      },
    );
  }

  return (
    <dialog ref={dialog} aria-labelledby="annotation-day" className="dialog" onClose={close}>
      <h2 id="annotation-day" className="pb-3 text-lg font-strong">
        {formatDayLong(day, present, t)}
      </h2>
      {annotations.length === 0 ? null : (
        <ul className="divide-y divide-line pb-3">
          {annotations.map((annotation) => (
            <li key={annotation.id} className="flex flex-wrap items-center gap-2 py-2">
              <span className="me-auto min-w-0 text-ink break-words">{annotation.text}</span>
              {annotation.mine ? (
                <>
                  <Button
                    look="quiet"
                    aria-label={t('Edit “{text}”', { text: annotation.text })}
                    onClick={() => setEditing(annotation)}
                  >
                    {t('Edit')}
                  </Button>
                  <Button
                    look="quiet"
                    disabled={busy}
                    aria-label={t('Remove “{text}”', { text: annotation.text })}
                    onClick={() =>
                      void act(() => deleteAnnotation({ data: { slug, id: annotation.id } }), changed)
                    }
                  >
                    {t('Remove')}
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="grid gap-3" key={editing?.id ?? ''}>
        <Labelled label={t('What happened')}>
          <input
            name="text"
            required
            maxLength={200}
            pattern=".*\S.*"
            defaultValue={editing?.text ?? ''}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- what a modal dialog asks for is where one goes on
            autoFocus
            autoComplete="off"
            className="field"
          />
        </Labelled>
        <p className="text-ink-3">{t('Everybody who sees the store sees it.')}</p>
        <ProblemNote problem={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" disabled={busy} onClick={() => dialog.current?.close()}>
            {t('Close')}
          </Button>
          <Button type="submit" look="primary" disabled={busy}>
            {editing === null ? t('Add the annotation') : t('Save')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
