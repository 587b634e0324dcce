import type { Mutant } from './mutant.ts';

/** Bugs planted in changes of sold bookings, and in their money. */
export const CHANGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'the old seats of a change are not given back',
    file: 'main/commands/changes/change-seats.ts',
    find: 'for (const [key, { flightId, seat }] of had) if (!has.has(key)) await giveUpClaim(db, flightId, seat, row.id);',
    replace: '',
  },
  {
    name: 'the seats of a hold that became part of a booking stay counted as held',
    file: 'main/commands/changes/change-seats.ts',
    find: "passed.push({ flightId, cabin, seats, ...(await countMove(db, 'sell', flightId, cabin, seats.length)) });",
    replace: 'passed.push({ flightId, cabin, seats, ...(await countersOf(db, flightId, cabin)) });',
    seed: 40,
  },
  {
    name: 'passengers who swap their seats keep each other’s claims',
    file: 'main/commands/changes/change-seats.ts',
    find: 'old.passenger === claim.passenger && old.segment === claim.segment',
    replace: 'old.segment === claim.segment',
    kind: 'claim of another',
    seed: 12,
  },
  {
    name: 'the difference of a change is not written down',
    file: 'main/commands/changes/make-change.ts',
    find: 'if (paid.length === 0) return;',
    replace: 'return;',
    seed: 40,
  },
  {
    name: 'who does not travel gets the price of the whole party back',
    file: 'main/commands/changes/plan-leave.ts',
    find: 'givenUp(leg, after.legs[at])',
    replace: 'givenUp(leg)',
  },
  {
    name: 'what a change keeps is forgotten',
    file: 'main/commands/changes/make-change.ts',
    find: 'fees: row.fees + kept',
    replace: 'fees: row.fees',
    seed: 43,
  },
  {
    name: 'a split loses a unit of a tender',
    file: 'shared/split-tenders.ts',
    find: 'byRest.slice(0, odd)',
    replace: 'byRest.slice(1, odd)',
  },
  {
    name: 'a quote of a booking that has changed since is taken',
    file: 'main/commands/changes/standing-offer.ts',
    find: 'newest.booking_version !== row.version',
    replace: 'newest.booking_version > row.version',
  },
  {
    name: 'a change is made although its card was not charged',
    file: 'main/payment/change-paying.ts',
    find: 'failed: (_code, reason, charged) => refuse(',
    replace:
      'failed: (_code, reason, charged) => (void hub.change("changes.take", { ...change, approved: [] }, actor, requestId + ".take"), refuse)(',
    seed: 29,
  },
  {
    name: 'a hold is not protected while the difference of its change is paid',
    file: 'main/commands/changes/protect-change.ts',
    find: 'Math.max(hold?.expires_at ?? 0, until)',
    replace: 'hold?.expires_at ?? 0',
    seed: 59,
  },
  {
    name: 'a refund is asked of the terminal under the name of another one',
    file: 'main/store/tables/refunds-table.ts',
    find: 'const called = reference === null ? null : ',
    replace: 'const called = reference ?? ',
  },
  {
    name: 'an agent moves passengers to a lower cabin',
    file: 'main/commands/changes/plan-instead.ts',
    find: "context.actor.role === 'supervisor' && reason",
    replace: 'reason',
    seed: 3,
  },
  {
    name: 'what stood before a change is not kept',
    file: 'main/commands/changes/make-change.ts',
    find: 'await keepVersion(db, row, {',
    replace: 'if (passengers.length > 9) await keepVersion(db, row, {',
  },
];
