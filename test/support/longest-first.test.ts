import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONG, placeOf } from './longest-first.ts';

test('each proof that is named as long exists', () => {
  expect(LONG.filter((file) => !existsSync(file))).toEqual([]);
});

test('the longest proofs were begun last, and one core had nothing to do; now they are begun first', () => {
  const files = ['test/fuzz/calls.proof.ts', 'test/crash/kills.proof.ts', 'test/simulation/seeds-1-to-100.proof.ts'];
  const sorted = files.map((file) => `/somewhere/${file}`).sort((a, b) => placeOf(a) - placeOf(b));
  expect(sorted.map((file) => file.replace('/somewhere/', ''))).toEqual(files.toReversed());
});
