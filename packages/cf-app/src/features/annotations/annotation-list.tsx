import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { Section } from '#/features/admin/section.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { formatDayLong } from '#/features/stats/format/day.ts';
import { annotationWords } from './annotation-words.ts';
import { addAnnotation, deleteAnnotation, editAnnotation } from './annotations.functions.ts';
import type { Annotation } from './annotations.ts';

/** No year goes without saying here. */
const WITH_YEAR = '-';

interface AnnotationListProps {
  slug: string;
  annotations: readonly Annotation[];
  changed: () => Promise<void>;
}

/** What happened at the store, the newest first, as flags on its chart say it. */
export function AnnotationList({ slug, annotations, changed }: AnnotationListProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, act } = useChange((code) => annotationWords(code, t));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [day, text] = [String(given.get('day') ?? ''), String(given.get('text') ?? '')];
    void act(
      () => addAnnotation({ data: { slug, day, text } }),
      async () => {
        form.current?.reset();
        await changed();
      },
    );
  }

  return (
    <Section
      title={t('Annotations')}
      about={t('What happened on a day, as a flag on the chart for everybody who sees the store.')}
    >
      {annotations.length === 0 ? null : (
        <ul className="max-h-96 divide-y divide-line overflow-y-auto">
          {annotations.toReversed().map((annotation) => (
            <AnnotationRow key={annotation.id} slug={slug} annotation={annotation} changed={changed} />
          ))}
        </ul>
      )}
      <form ref={form} onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Labelled label={t('Day')}>
          <input type="date" name="day" required className="field" />
        </Labelled>
        <Labelled label={t('What happened')} className="min-w-48 flex-1">
          <input name="text" required maxLength={200} autoComplete="off" pattern=".*\S.*" className="field" />
        </Labelled>
        <Button type="submit" look="primary" disabled={busy}>
          {t('Add the annotation')}
        </Button>
      </form>
      <ProblemNote problem={problem} />
    </Section>
  );
}

function AnnotationRow({
  slug,
  annotation: { id, day, text },
  changed,
}: {
  slug: string;
  annotation: Annotation;
  changed: () => Promise<void>;
}) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const { busy, problem, act } = useChange((code) => annotationWords(code, t));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get('text') ?? '');
    void act(
      () => editAnnotation({ data: { slug, id, text: said } }),
      async () => {
        setEditing(false);
        await changed();
      },
    );
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      {editing ? (
        <form onSubmit={submit} className="flex min-w-0 flex-1 gap-2">
          <input
            name="text"
            aria-label={t('What happened')}
            defaultValue={text}
            required
            maxLength={200}
            pattern=".*\S.*"
            autoComplete="off"
            className="field min-w-0 flex-1"
          />
          <Button type="submit" look="primary" disabled={busy}>
            {t('Save')}
          </Button>
        </form>
      ) : (
        <>
          <div className="me-auto min-w-0">
            <p className="text-ink break-words">{text}</p>
            <p className="text-ink-3">{formatDayLong(day, WITH_YEAR, t)}</p>
          </div>
          <Button aria-label={t('Edit “{text}”', { text })} onClick={() => setEditing(true)}>
            {t('Edit')}
          </Button>
        </>
      )}
      <Button
        disabled={busy}
        aria-label={t('Remove “{text}”', { text })}
        onClick={() => void act(() => deleteAnnotation({ data: { slug, id } }), changed)}
      >
        {t('Remove')}
      </Button>
      <ProblemNote problem={problem} />
    </li>
  );
}
