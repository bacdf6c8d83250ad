import { Flag as FlagIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { nearestPoint } from '#/features/stats/chart/geometry.ts';
import type { Labelling } from '#/features/stats/chart/point-labels.ts';
import type { Pair } from '#/features/stats/chart/series.ts';
import { AnnotationDialog } from './annotation-dialog.tsx';
import { loadAnnotations } from './annotations.functions.ts';
import type { Annotation } from './annotations.ts';
import { flagsOf } from './flags.ts';

interface ChartAnnotationsProps {
  slug: string;
  pairs: readonly Pair[];
  labelling: Labelling;
  /** The point that the crosshair stands at. */
  active: number | null;
}

/** Without them, the chart stands by itself. */
async function annotationsOf(slug: string): Promise<readonly Annotation[]> {
  const answer = await loadAnnotations({ data: { slug } }).catch(() => null);
  return answer?.ok ? answer.annotations : [];
}

/**
 * Flags over the chart where something happened. A right click on the plot, or S while the crosshair is moved by keys,
 * says what happened there.
 */
export function ChartAnnotations({ slug, pairs, labelling, active }: ChartAnnotationsProps) {
  const t = useT();
  const layer = useRef<HTMLDivElement>(null);
  const [annotations, setAnnotations] = useState<readonly Annotation[]>([]);
  const [day, setDay] = useState<string | null>(null);
  const days = pairs.map(({ now }) => now?.day);

  useEffect(() => {
    let left = false;
    async function load() {
      const found = await annotationsOf(slug);
      if (!left) setAnnotations(found);
    }
    void load();
    return () => {
      left = true;
    };
  }, [slug]);

  const dayAt = (index: number | null) => days[index ?? days.length - 1] ?? labelling.range.to;
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    const box = layer.current?.getBoundingClientRect();
    if (!box || pairs.length === 0) return;
    event.preventDefault();
    setDay(dayAt(nearestPoint((event.clientX - box.left) / box.width, pairs.length)));
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    setDay(dayAt(active));
  });
  useEffect(() => {
    const plot = layer.current?.parentElement;
    if (!plot) return;
    plot.addEventListener('contextmenu', onContextMenu);
    plot.addEventListener('keydown', onKeyDown);
    plot.querySelector('input[type=range]')?.setAttribute('aria-keyshortcuts', 'S');
    return () => {
      plot.removeEventListener('contextmenu', onContextMenu);
      plot.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return (
    <div ref={layer} className="flags">
      {flagsOf(annotations, days, labelling.range).map((flag) => {
        const left = pairs.length < 2 ? 50 : (flag.index / (pairs.length - 1)) * 100;
        const text = flag.annotations.map((annotation) => annotation.text).join(' · ');
        return (
          <button
            key={flag.index}
            type="button"
            className="flag"
            style={{ left: `${left}%` }}
            title={text}
            data-side={left > 70 ? 'end' : undefined}
            onClick={() => setDay(flag.annotations[0]?.day ?? null)}
          >
            <FlagIcon size={11} aria-hidden />
            <span>{text}</span>
          </button>
        );
      })}
      {day === null ? null : (
        <AnnotationDialog
          key={day}
          slug={slug}
          day={day}
          present={labelling.presentYear}
          annotations={annotations.filter((annotation) => annotation.day === day)}
          changed={async () => setAnnotations(await annotationsOf(slug))}
          close={() => setDay(null)}
        />
      )}
      <span className="sr-only">{t('Right click or S: say what happened on a day.')}</span>
    </div>
  );
}
