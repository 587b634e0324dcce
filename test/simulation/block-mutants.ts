import type { Mutant } from './mutant.ts';

/** Bugs planted in blocks of seats. */
export const BLOCK_MUTANTS: readonly Mutant[] = [
  {
    name: 'a block that gave way to a sale is forgotten when its seat comes free',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: "if (typeof gaveWay === 'boolean' ? gaveWay : await gaveWay) await blockAgain(context, flightId, cabin);",
    replace: 'void [gaveWay, blockAgain];',
    seed: 2,
  },
  {
    name: 'a seat with two blocks comes back to stock with the first',
    file: 'main/commands/blocks/free-blocks.ts',
    find: 'if (took && heir)',
    replace: 'if (took && heir && back > 99)',
    seed: 2,
  },
  {
    name: 'a seat is free when one of its blocks ends',
    file: 'main/commands/blocks/free-blocks.ts',
    find: 'if (others.length > 0) continue;',
    replace: '',
    seed: 2,
  },
  {
    name: 'a seat for who needs assistance is sold to anybody',
    file: 'main/commands/blocks/block-in-the-way.ts',
    find: 'return party[place]?.assistance === true;',
    replace: 'return party[place] !== undefined;',
    seed: 15,
  },
  {
    name: 'a seat that is sold last is sold at any time',
    file: 'main/commands/blocks/block-in-the-way.ts',
    find: 'return !plan.seats.some(',
    replace: 'return plan.seats.length > 0 || !plan.seats.some(',
    seed: 2,
  },
  {
    name: 'an agent frees what another desk blocked',
    file: 'main/commands/blocks/unblock-seats.ts',
    find: "if (other && actor.role !== 'supervisor')",
    replace: "if (other && actor.role === 'system')",
    seed: 2,
  },
  {
    name: 'blocks of seats that another aircraft does not have stand',
    file: 'main/commands/apply-schedule.ts',
    find: "(await blocksOnOtherMap(db, importId, reference)).end, 'aircraft'",
    replace: "(await blocksOnOtherMap(db, importId, reference)).end.slice(0, 0), 'aircraft'",
    seed: 2,
  },
];
