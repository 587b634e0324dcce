import type { Mutant } from './mutant.ts';

/** Bugs planted in the waitlist. */
export const WAIT_MUTANTS: readonly Mutant[] = [
  {
    name: 'a waitlist knows no priority',
    file: 'main/store/tables/waitlist-table.ts',
    find: 'f.waits = 1 ORDER BY f.priority DESC, f.entry_id',
    replace: 'f.waits = 1 ORDER BY f.entry_id',
    seed: 6,
  },
  {
    name: 'a party that does not fit keeps all behind it from their seats',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: 'passed++;\n        continue;',
    replace: 'return offered;',
    seed: 2,
  },
  {
    name: 'an offer is dearer than the party pays',
    file: 'main/commands/waitlist/offer-freed.ts',
    find: 'priced.fare > entry.fare_limit)',
    replace: 'priced.fare > 2 * entry.fare_limit)',
  },
  {
    name: 'a party whose offer lapsed is held to be served',
    file: 'main/commands/expire-holds.ts',
    find: 'await settleOffer(context, after);\n  return moved;',
    replace: 'return moved;',
  },
  {
    name: 'the seats of a hold that was given up are offered to nobody',
    file: 'main/commands/release-hold.ts',
    find: 'await offerFreed(context, moved);',
    replace: 'void [offerFreed, moved];',
    seed: 59,
  },
  {
    name: 'a party that left the list is offered seats',
    file: 'main/store/tables/waitlist-table.ts',
    find: "const [waited, waits] = [row.state === 'WAITING', state === 'WAITING'];",
    replace: "const [waited, waits] = [row.state === 'WAITING', state === 'WAITING' || state === 'DROPPED'];",
  },
  {
    name: 'a seat that came free is still known as taken when it is offered',
    file: 'main/store/tables/claims-table.ts',
    find: "noteFree(db, flightId, seat);\n  await db.changeLater('claims'",
    replace: "await db.changeLater('claims'",
    seed: 22,
  },
];
