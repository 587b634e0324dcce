import type { Mutant } from './mutant.ts';

/** Bugs planted in what supervisors decide against the plan of a cabin: blocked seats that are sold all the same, and parts of the seats that may be sold. */
export const OVERRIDE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a supervisor who sells a blocked seat creates stock',
    file: 'main/commands/blocks/free-blocks.ts',
    find: "const took = why !== 'override' && standing.find(",
    replace: 'const took = standing.find(',
    seed: 8,
  },
  {
    name: 'an agent sells blocked seats for a reason too',
    file: 'main/commands/plan-hold.ts',
    find: "input.override !== undefined && actor.role === 'supervisor'",
    replace: 'input.override !== undefined',
    seed: 15,
  },
  {
    name: 'a block that a supervisor sold into is forgotten when its seat comes free',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: "if (gaveWay !== false && (await gaveWay)) await blockAgain(context, flightId, cabin, 'override');",
    replace: '',
    seed: 27,
  },
  {
    name: 'a cancelled sale into a block cannot be undone',
    file: 'main/store/tables/seat-blocks-table.ts',
    find: "AND code = ? AND ended_why IN ('sold', 'override') LIMIT 1",
    replace: "AND code = ? AND ended_why IN ('sold') LIMIT 1",
    seed: 23,
  },
  {
    name: 'a part of the seats is worked out with those that blocks took',
    file: 'main/commands/authorise-cabin.ts',
    find: 'Math.max(0, stock - blocked.seats)',
    replace: 'stock',
    seed: 22,
  },
  {
    name: 'a part of the seats is forgotten when the aircraft changes',
    file: 'main/commands/move-authorised.ts',
    find: '?.capacity[of] ?? 0, percent)',
    replace: '?.capacity[of] ?? 0, percent === null ? null : 100)',
    seed: 8,
  },
  {
    name: 'a part of the seats is not kept where it comes to the number that stands',
    file: 'main/commands/authorise-cabin.ts',
    find: 'if (sameStock && samePercent)',
    replace: 'if (sameStock)',
    seed: 8,
  },
  {
    name: 'a block that ends sells a seat of a cabin in which none may be sold',
    file: 'main/commands/authorise-cabin.ts',
    find: 'authorised === 0 ? 0 : authorised + blocked.seats',
    replace: 'authorised + blocked.seats',
    seed: 15,
  },
  {
    name: 'blocks that end sell more than a small part of the seats',
    file: 'main/commands/blocks/take-from-stock.ts',
    find: 'left > 0 ?',
    replace: 'left > -99 ?',
    seed: 15,
  },
  {
    name: 'blocks that end give a smaller aircraft more than is left of it',
    file: 'main/commands/move-authorised.ts',
    find: 'if (stock < taken)',
    replace: 'if (stock < 0)',
    seed: 13,
  },
];
