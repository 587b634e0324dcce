import { expect, test } from 'vitest';
import { migrationProgress } from '../../../main/boot/migration-progress.ts';

test('a migration says each tenth once, and a store without rows that it is done', () => {
  const said: string[] = [];
  const tell = migrationProgress((sentence) => said.push(sentence));
  for (let done = 0; done <= 1_000; done += 20) tell(done, 1_000);
  expect(said).toHaveLength(11);
  expect([said[0], said.at(-1)]).toEqual([
    'Aisle is bringing its store to this version: 0 %',
    'Aisle is bringing its store to this version: 100 %',
  ]);
  const empty: string[] = [];
  migrationProgress((sentence) => empty.push(sentence))(0, 0);
  expect(empty).toEqual(['Aisle is bringing its store to this version: 100 %']);
});
