import { useRef, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { leavePage } from '#/features/shell/sign-in.ts';
import type { ImportReport } from './orders/import-orders.ts';
import type { FileProblemCode } from './file-problem.ts';
import type { Changed } from './imports.ts';

/** How far the reading of a file is. */
export type UploadState<Report> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number; readonly fraction: number }
  | { readonly kind: 'done'; readonly name: string; readonly report: Report }
  | {
      readonly kind: 'problem';
      readonly name: string;
      readonly words: string;
      readonly requestId: string | null;
      /** What the first row of the file says, where that was the problem. */
      readonly headings: readonly string[] | null;
    };

interface Reading {
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number, fraction: number) => void;
}

/** Reads a file with `work`, says how far it is, and what went wrong. Only one at a time. */
export function useUpload<Report = ImportReport>() {
  const t = useT();
  const [state, setState] = useState<UploadState<Report>>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  async function start(name: string, work: (reading: Reading) => Promise<Report>): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'reading', name, rows: 0, fraction: 0 });
    const problem = (
      words: string,
      requestId: string | null = null,
      headings: readonly string[] | null = null,
    ) => setState({ kind: 'problem', name, words, requestId, headings });
    // Both are loaded with the reading itself.
    const { ImportStopped } = await import('./import-stopped.ts');
    const { FileProblem } = await import('./file-problem.ts');
    try {
      const report = await work({
        signal: controller.signal,
        onProgress: (rows, fraction) => setState({ kind: 'reading', name, rows, fraction }),
      });
      setState({ kind: 'done', name, report });
    } catch (error) {
      if (error instanceof FileProblem) return problem(FILE_WORDS(t)[error.code], null, headingsIn(error));
      if (!(error instanceof ImportStopped))
        return problem(
          t('The connection was lost. What was sent counts; choose the file again and the rest is added.'),
        );
      const { answer } = error;
      if (answer === null)
        return problem(t('Stopped. What was sent counts; choose the file again and the rest is added.'));
      if (answer.code === 'signed_out') return leavePage('signed_out');
      problem(WORDS(t)[answer.code], answer.requestId);
    } finally {
      running.current = null;
    }
  }

  return { state, start, stop: () => running.current?.abort(), reset: () => setState({ kind: 'idle' }) };
}

type Words = Readonly<Record<Exclude<Extract<Changed, { ok: false }>['code'], 'signed_out'>, string>>;

const WORDS = (t: ReturnType<typeof useT>): Words => ({
  forbidden: t('You may not change this store.'),
  degraded: t('Nothing can be changed while the sign-in service does not answer. Try again later.'),
  unavailable: t('The store does not answer. What was sent counts; try again later and the rest is added.'),
  failed: t('The store does not answer. What was sent counts; try again later and the rest is added.'),
});

const FILE_WORDS = (t: ReturnType<typeof useT>): Readonly<Record<FileProblemCode, string>> => ({
  empty: t('There is nothing in it.'),
  headings: t('Its headings are those of no export that is known.'),
  unreadable: t('It is no CSV file, or not a whole one.'),
});

function headingsIn(error: Error): readonly string[] | null {
  return 'headings' in error && Array.isArray(error.headings) ? error.headings : null;
}
