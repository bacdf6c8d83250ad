import { type FormEvent, useRef } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { Row, Rows, Section } from '#/features/admin/section.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { goalSentence } from './goal-sentence.ts';
import { makeGoal, removeGoal } from './goals.functions.ts';
import type { Goal } from './goals.ts';

interface GoalListProps {
  slug: string;
  goals: readonly Goal[];
  changed: () => Promise<void>;
}

const KINDS = ['page is', 'page prefix', 'page contains', 'event is'] as const;

/** What the store wants its visitors to do, and how to want something else. */
export function GoalList({ slug, goals, changed }: GoalListProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, act } = useChange((code) =>
    code === 'too_many' ? t('A store has at most 20 goals.') : undefined,
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [dimension, op] = kindOf(String(given.get('kind')));
    const [name, value] = [String(given.get('name') ?? ''), String(given.get('value') ?? '')];
    void act(
      () => makeGoal({ data: { slug, name, dimension, op, value } }),
      async () => {
        form.current?.reset();
        await changed();
      },
    );
  }

  return (
    <Section
      title={t('Goals')}
      about={t(
        'What you want visitors to do. A goal is reached in a session where it happened at least once.',
      )}
    >
      <Rows empty={t('No goals yet.')}>
        {goals.map((goal) => (
          <Row
            key={goal.id}
            actions={
              <Button
                disabled={busy}
                aria-label={t('Remove the goal {name}', { name: goal.name })}
                onClick={() => void act(() => removeGoal({ data: { slug, id: goal.id } }), changed)}
              >
                {t('Remove')}
              </Button>
            }
          >
            <p className="font-medium text-ink">{goal.name}</p>
            <p className="text-ink-3">{goalSentence(goal, t)}</p>
          </Row>
        ))}
      </Rows>
      <form ref={form} onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Labelled label={t('Name of the goal')}>
          <input
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder={t('Newsletter')}
            className="field w-40"
          />
        </Labelled>
        <Labelled label={t('Reached when')}>
          <select name="kind" className="field">
            <option value="page is">{t('a page is')}</option>
            <option value="page prefix">{t('a page begins with')}</option>
            <option value="page contains">{t('a page contains')}</option>
            <option value="event is">{t('an event is')}</option>
          </select>
        </Labelled>
        <Labelled label={t('Page or event')} className="min-w-40 flex-1">
          <input
            name="value"
            required
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            placeholder="/newsletter/thanks"
            pattern="\S.*"
            className="field"
          />
        </Labelled>
        <Button type="submit" look="primary" disabled={busy}>
          {t('Add the goal')}
        </Button>
      </form>
      <ProblemNote problem={problem} />
    </Section>
  );
}

function kindOf(kind: string): [Goal['dimension'], Goal['op']] {
  const known = KINDS.find((one) => one === kind) ?? 'page is';
  const [dimension, op] = known.split(' ') as ['page' | 'event', Goal['op']];
  return [dimension, op];
}
