import { expect, test } from 'vitest';
import { panelQuestions, questionsBelow, questionsInSight } from './questions.ts';

test('every panel is asked about once: first those in sight, which wait for no list of pages', () => {
  const search = { channel: 'Email' };
  const [inSight, below] = [questionsInSight(search), questionsBelow(search)];
  expect(Object.keys(inSight)).not.toContain('pages');
  expect(Object.keys(inSight).length + Object.keys(below).length).toBe(
    Object.keys(panelQuestions(search)).length,
  );
  expect({ ...inSight, ...below }).toEqual(panelQuestions(search));
});
