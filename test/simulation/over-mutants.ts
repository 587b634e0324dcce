import type { Mutant } from './mutant.ts';

/** Bugs planted in sales above the seats, and in what becomes of passengers whose aircraft changes. */
export const OVER_MUTANTS: readonly Mutant[] = [
  {
    name: 'who flies on is seated no sooner than others',
    file: 'main/rules/unseated-order.ts',
    find: 'Number(other.connects) - Number(one.connects) || ',
    replace: '',
    seed: 8,
  },
  {
    name: 'families are seated last',
    file: 'main/rules/unseated-order.ts',
    find: 'Number(one.adults) - Number(other.adults)',
    replace: 'Number(other.adults) - Number(one.adults)',
    seed: 31,
  },
  {
    name: 'who has no seat gets none of those that come free',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: "if (typeof oversold === 'boolean' ? oversold : await oversold) await seatUnseated(context, flightId, cabin);",
    replace: 'void [oversold, seatUnseated];',
    seed: 2,
  },
  {
    name: 'the seat that is left for a party without one is held by somebody else',
    file: 'main/commands/place-hold.ts',
    find: 'const over = few || counters.held + counters.sold > usable;',
    replace: 'const over = few || counters.held + counters.sold > usable + 99;',
    seed: 2,
  },
  {
    name: 'seats that cannot be used are sold like others',
    file: 'main/commands/place-hold.ts',
    find: "const usable = capacity - (typeof blocked === 'number' ? blocked : await blocked);",
    replace: "const usable = capacity - 0 * (typeof blocked === 'number' ? blocked : await blocked);",
    seed: 2,
  },
  {
    name: 'who sat where another aircraft has no seat keeps it',
    file: 'main/commands/seat-on-other-map.ts',
    find: 'for (const party of parties) await',
    replace: 'for (const party of parties.slice(99)) await',
    seed: 2,
  },
  {
    name: 'who sat where another aircraft has no seat gets none like it',
    file: 'main/commands/move-party.ts',
    find: 'if (given.size > 0) {',
    replace: 'if (given.size > 99) {',
    seed: 3,
  },
];
