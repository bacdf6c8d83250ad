import { expect, test } from 'vitest';
import { BusyError, GroupCommit } from './group-commit.ts';

/** Writes numbers to a disk that confirms when it is told to. */
function disk(most = 100) {
  const groups: number[][] = [];
  const confirmations: (() => void)[] = [];
  const commit = new GroupCommit<number, number>(
    (items) => {
      if (items.includes(13)) throw new Error('not this one');
      groups.push([...items]);
      return items.map((item) => item * 2);
    },
    () => new Promise((resolve) => void confirmations.push(resolve)),
    most,
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

test('a disk that does not keep up: what is beyond the most that may wait is refused, and taken again afterwards', async () => {
  const { groups, commit, confirm } = disk(2);
  const first = commit.add(1);
  const waiting = [commit.add(2), commit.add(3)];
  await expect(commit.add(4)).rejects.toThrow(BusyError);
  confirm();
  expect(await Promise.all([first, ...waiting])).toEqual([2, 4, 6]);
  confirm();
  const again = commit.add(4);
  await Promise.resolve();
  confirm();
  expect(await again).toBe(8);
  expect(groups.flat()).toEqual([1, 2, 3, 4]);
});
