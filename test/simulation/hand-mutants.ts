import type { Mutant } from './mutant.ts';

/** Bugs planted in what supervisors change about flights by hand. */
export const HAND_MUTANTS: readonly Mutant[] = [
  {
    name: 'a flight that has left since the preview is changed by hand',
    file: 'main/views/hand-problem.ts',
    find: 'if (leg && leg.departs_at <= now)',
    replace: 'if (leg && leg.departs_at < 0)',
    seed: 24,
  },
  {
    name: 'a flight that is cancelled by hand takes the others of its day along',
    file: 'main/import/by-hand/plan-cancel.ts',
    find: 'carrier: leg.carrier, flight, fromDay',
    replace: 'carrier: leg.carrier, fromDay',
    seed: 21,
  },
  {
    name: 'a flight that leaves later by hand arrives as before',
    file: 'main/import/by-hand/plan-retime.ts',
    find: 'landed ? landed.at : departsAt + leg.arrives_at - leg.departs_at',
    replace: 'landed ? landed.at : Math.max(departsAt + 1, leg.arrives_at)',
    seed: 21,
  },
  {
    name: 'the history of a booking does not say why its flight was changed by hand',
    file: 'main/queries/booking-history.ts',
    find: 'number === undefined ? undefined : await handReason',
    replace: 'number === undefined || number > 0 ? undefined : await handReason',
    seed: 25,
  },
  {
    name: 'nobody is told by which change by hand their flight was moved',
    file: 'main/commands/apply-schedule.ts',
    find: 'await tellBookings(context, moved, byHand)',
    replace: 'await tellBookings(context, moved)',
    seed: 21,
  },
];
