import type { Mutant } from './mutant.ts';

/** Bugs planted in what flights may carry. */
export const WEIGHT_MUTANTS: readonly Mutant[] = [
  {
    name: 'a hold is placed whose weight is gone',
    file: 'main/commands/place-hold.ts',
    find: 'const heavy = await tooHeavy(context, planned, bookingId, wholeParty);',
    replace: 'const heavy = undefined;',
    seed: 18,
  },
  {
    name: 'what is held weighs nothing',
    file: 'main/store/tables/assignments-table.ts',
    find: ' GROUP BY b.id`',
    replace: " AND b.state <> 'HOLD' GROUP BY b.id`",
    seed: 18,
  },
  {
    name: 'the waitlist offers seats whose weight is gone',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: 'const fits = seats && !(await weightProblem(context, flight, party));',
    replace: 'const fits = seats;',
    seed: 18,
  },
  {
    name: 'a cancellation is undone although its weight is gone',
    file: 'main/commands/retake-seats.ts',
    find: 'if (heavy) return { leg, seat: undefined, heavy };',
    replace: '',
    seed: 66,
  },
];
