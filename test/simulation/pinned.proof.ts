import { expect, test } from 'vitest';
import type { Action } from './action.ts';
import { startRun } from './start-run.ts';

interface Pinned {
  readonly symptom: string;
  readonly actions: readonly Action[];
}

// Runs that showed a fault once, as short as they could be made.
const PINNED: readonly Pinned[] = [
  {
    symptom: 'a card was charged and neither sold nor refunded, because its payment was given up while the computer slept over it',
    actions: [
      { key: 1, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10C'] }], party: ['ADT'], spoken: false, as: 'mercy' },
      { key: 2, do: 'confirm', of: 1, names: 'right', tenders: ['approve'], voucher: 265, off: 0, as: 'mercy', join: true },
      { key: 3, do: 'sleep', ms: 6_757_871 },
      {
        key: 4,
        do: 'place',
        legs: [{ flight: 5, cabin: 'Y', seats: ['10C', '10D'] }],
        party: ['ADT', 'ADT'],
        spoken: true,
        as: 'mercy',
        join: true,
      },
      { key: 5, do: 'upkeep' },
    ],
  },
  {
    symptom: 'a repeat of what was done was told that it was not done, because the store was locked at that moment',
    actions: [
      { key: 1, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10A'] }], party: ['ADT'], spoken: false, as: 'ana' },
      { key: 2, do: 'lock', join: true },
      { key: 3, do: 'resend', of: 1, body: 'same' },
    ],
  },
  {
    symptom: 'a seat that is held hid one that is sold further along, against the order of the refusals',
    actions: [
      { key: 1, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10B'] }], party: ['ADT'], spoken: false, as: 'ana' },
      { key: 2, do: 'confirm', of: 1, names: 'right', tenders: ['cash'], voucher: 1, off: 0, as: 'ana' },
      { key: 3, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10A'] }], party: ['ADT'], spoken: false, as: 'ben' },
      { key: 4, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10A', '10B'] }], party: ['ADT', 'ADT'], spoken: false, as: 'ana' },
    ],
  },
  {
    symptom: 'a hold that ran out while its batch waited made the next fare of that batch dearer',
    actions: [
      { key: 1, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10A'] }], party: ['ADT'], spoken: false, as: 'ana', join: true },
      { key: 2, do: 'wait', ms: 300_000, join: true },
      { key: 3, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10B'] }], party: ['ADT'], spoken: false, as: 'ben' },
    ],
  },
  {
    symptom: 'a payment that the locked store could not keep was looked for at the end of a run before it was given up',
    actions: [
      { key: 1, do: 'place', legs: [{ flight: 5, cabin: 'Y', seats: ['10A'] }], party: ['ADT'], spoken: false, as: 'ben' },
      { key: 2, do: 'confirm', of: 1, names: 'right', tenders: ['approve'], voucher: 2, off: 0, as: 'ben' },
      { key: 3, do: 'lock', join: true },
      { key: 4, do: 'wait', ms: 10_000 },
    ],
  },
];

const results = startRun<string[]>({ runs: PINNED.map(({ actions }) => actions) }).result;

test.each(PINNED.map(({ symptom }, place) => [symptom, place] as const))('never again: %s', async (_symptom, place) => {
  expect((await results)[place]).toBe('nothing wrong');
});
