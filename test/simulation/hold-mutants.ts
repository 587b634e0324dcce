import type { Mutant } from './mutant.ts';

/** Bugs planted in holds that are more than minutes of named seats. */
export const HOLD_MUTANTS: readonly Mutant[] = [
  {
    name: 'who is queued at a time limit keeps the seats past the close of sales',
    file: 'main/commands/pay-later.ts',
    find: 'Math.min(payBy + graceMs, closes)',
    replace: 'payBy + graceMs',
  },
  {
    name: 'who is cancelled at a time limit is held as long as who is queued there',
    file: 'main/commands/pay-later.ts',
    find: "atLimit === 'queue' ? (await",
    replace: "atLimit !== 'queue' ? (await",
  },
  {
    name: 'a desk may take over a hold that somebody is at work on elsewhere',
    file: 'main/commands/take-over-hold.ts',
    find: 'row && row.pay_by !== null ?',
    replace: 'row ?',
  },
  {
    name: 'a party without seats is sold above those of a cabin as if some were left',
    file: 'main/commands/place-hold.ts',
    find: "if (over && unnamed !== 'over')",
    replace: "if (over && unnamed !== 'over' && unnamed !== 'open')",
    seed: 2,
  },
  {
    name: 'an undone cancellation comes back where the seats are for who chooses later',
    file: 'main/commands/retake-seats.ts',
    find: '.short > 0)',
    replace: '.short < 0)',
    seed: 2,
  },
  {
    name: 'who gets a seat later is told to have given one up',
    file: 'main/commands/changes/change-seats.ts',
    find: 'less > 0 ? seats : seatNames(seats)',
    replace: 'seats',
  },
  {
    name: 'a hold that is revived without seats gets the best ones',
    file: 'main/commands/revive-hold.ts',
    find: 'await seatsByNow(context, leg, party) : unnamed;',
    replace: "await seatsByNow(context, leg, party) : ('best' as const);",
    seed: 2,
  },
  {
    name: 'a hold forgets its own length',
    file: 'main/commands/place-hold.ts',
    find: 'input.minutes ?? (',
    replace: '(',
  },
  {
    name: 'a return forgets which flights are of its way back',
    file: 'main/commands/place-hold.ts',
    find: '...(back ? { back } : {}), seats',
    replace: 'seats',
  },
  {
    name: 'a way back leaves before the way out has arrived',
    file: 'main/rules/connections.ts',
    find: 'next.flight.departs_at < before.flight.arrives_at ?',
    replace: 'next.flight.departs_at < 0 ?',
    seed: 2,
  },
  {
    name: 'another flight for the way back is one of the way out',
    file: 'main/commands/changes/plan-flights.ts',
    find: 'old.every(({ back }) => back) :',
    replace: 'false :',
    seed: 15,
  },
  {
    name: 'a method refuses with a word that the contract does not say it has',
    file: 'shared/methods/holds.ts',
    find: "'HOLD_EXTENDED', 'HOLD_CEILING']",
    replace: "'HOLD_CEILING']",
    kind: 'refusal not listed',
    seed: 2,
  },
];
