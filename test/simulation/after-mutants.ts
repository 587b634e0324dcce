import { HOLD_MUTANTS } from './hold-mutants.ts';
import type { Mutant } from './mutant.ts';

/** Bugs planted in what follows a sale or a hold: undo, revived holds, the drawer, messages, time limits. */
export const AFTER_MUTANTS: readonly Mutant[] = [
  {
    name: 'a hold that loses the grace of its payment within a batch is overlooked',
    file: 'main/engine/engine.ts',
    find: 'if (effectOnBooking(type)?.state?.from === null) this.#lastBooking++;',
    replace: 'if (effectOnBooking(type)?.state?.from !== null) continue; this.#lastBooking++;',
    seed: 28,
  },
  {
    name: 'a sale may be undone for ever',
    file: 'main/commands/changes/undo.ts',
    find: 'isDue(later(instant(last.at), UNDO_MS), now)',
    replace: 'isDue(later(instant(last.at), UNDO_MS), later(now, -UNDO_MS))',
    seed: 3,
  },
  {
    name: 'any desk may undo what another one did',
    file: 'main/commands/changes/undo.ts',
    find: 'last.desk !== actor.desk',
    replace: "last.desk === ''",
    seed: 20,
  },
  {
    name: 'an undone cancellation gets seats that somebody else has',
    file: 'main/commands/changes/undo.ts',
    find: 'if (lost) {',
    replace: 'if (lost && !lost.seat) {',
    seed: 4,
  },
  {
    name: 'a card is refunded although its cancellation was undone',
    file: 'main/commands/changes/undo-refunds.ts',
    find: "await moveJob(db, job, { state: 'STOPPED', endedAt: now });",
    replace: '',
    seed: 51,
  },
  {
    name: 'an undone refund in cash has no counter-entry',
    file: 'main/commands/changes/undo-refunds.ts',
    find: "await insertRefund(db, { ...counter, reason: 'undone', desk: actor.desk, user: actor.user, event: nextEvent });",
    replace: 'void [insertRefund, counter, actor, nextEvent];',
    seed: 29,
  },
  {
    name: 'what was paid for a change is kept when the change is undone',
    file: 'main/commands/changes/undo.ts',
    find: 'const given = await giveAddedBack(context, row, kept.tenders);',
    replace: 'const given = 0;',
    seed: 20,
  },
  {
    name: 'a revived hold asks for seats that somebody else has',
    file: 'main/commands/revive-hold.ts',
    find: "claimant.state !== 'HOLD' || !isDue(",
    replace: "claimant.state === '' || isDue(",
  },
  {
    name: 'a Z leaves a number out',
    file: 'main/commands/shifts/close-shift.ts',
    find: '(await lastZ(db, desk)) + 1;',
    replace: '((await lastZ(db, desk)) || -1) + 2;',
    seed: 42,
  },
  {
    name: 'a drawer is closed although cash moved since it was counted',
    file: 'main/commands/shifts/close-shift.ts',
    find: 'if (counted.outdated)',
    replace: 'if (counted.number < 0)',
  },
  {
    name: 'cash that went back is still expected in the drawer',
    file: 'main/reports/cash-figures.ts',
    find: 'sums.back -= amount;',
    replace: 'sums.back -= 0;',
    seed: 2,
  },
  {
    name: 'only the first event of a command is told to passengers',
    file: 'main/commands/write-messages.ts',
    find: 'of told.entries()) {',
    replace: 'of told.slice(0, 1).entries()) {',
  },
  {
    name: 'holds that end by themselves are told to nobody',
    file: 'main/engine/engine.ts',
    find: 'await expireHolds(context, ids);\n      if (channels.length > 0)',
    replace: 'await expireHolds(context, ids);\n      if (channels.length > 9)',
  },
  ...HOLD_MUTANTS,
];
