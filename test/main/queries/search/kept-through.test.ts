import { expect, it } from 'vitest';
import { KeptThrough } from '../../../../main/queries/search/kept-through.ts';
import type { ThroughPair } from '../../../../main/store/tables/through-numbers-table.ts';

const answer = (length: number) => Array.from({ length }, (_, at) => ({ first_id: at }) as ThroughPair);

it('gives what was kept, and nothing of another schedule', () => {
  const kept = new KeptThrough();
  const some = answer(3);
  kept.keep('JFKLAX', some);
  expect(kept.get('JFKLAX')).toBe(some);
  expect(kept.get('LAXJFK')).toBeUndefined();
  kept.forget();
  expect(kept.get('JFKLAX')).toBeUndefined();
});

it('makes room by what was not asked for longest, by count and by length', () => {
  const kept = new KeptThrough();
  for (let at = 0; at < 16_384; at++) kept.keep(`none ${at}`, []);
  expect(kept.get('none 0')).toEqual([]);
  kept.keep('one more', []);
  expect(kept.get('none 1')).toBeUndefined();
  expect(kept.get('none 0')).toEqual([]);
  for (let at = 0; at < 9; at++) kept.keep(`long ${at}`, answer(1_024));
  expect(kept.get('long 0')).toBeUndefined();
  expect(kept.get('long 1')).toHaveLength(1_024);
  // One that would take the place of most others is not kept.
  kept.keep('too long', answer(1_025));
  expect(kept.get('too long')).toBeUndefined();
});
