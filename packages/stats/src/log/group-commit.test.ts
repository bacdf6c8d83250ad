import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.ts';

/** Writes numbers to a disk that confirms when it is told to. */
function disk() {
  const groups: number[][] = [];
  const confirmations: (() => void)[] = [];
  const commit = new GroupCommit<number, number>(
    (items) => {
      if (items.includes(13)) throw new Error('not this one');
      groups.push([...items]);
      return items.map((item) => item * 2);
    },
    () => new Promise((resolve) => void confirmations.push(resolve)),
  );
  return { groups, commit, confirm: () => confirmations.shift()?.() };
}

test('what comes first is written at once, what comes meanwhile together', async () => {
  const { groups, commit, confirm } = disk();
  const first = commit.add(1);
  expect(groups).toEqual([[1]]);
  const others = [commit.add(2), commit.add(3)];
  expect(groups).toEqual([[1]]);
  confirm();
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1], [2, 3]]);
});

test('what cannot be written is refused by itself', async () => {
  const { commit, confirm } = disk();
  const first = commit.add(1);
  const others = [commit.add(2), commit.add(13), commit.add(3)];
  confirm();
  await first;
  expect(await Promise.allSettled(others)).toMatchObject([
    { value: 4 },
    { reason: { message: 'not this one' } },
    { value: 6 },
  ]);
});
