import type { AnyCommandName, CommandInput } from '../commands/registry.ts';

/**
 * What goes on while the hub's time is doubtful. Each of these is right with the time that was believed last: people sign in, or nobody
 * could confirm the time; holds end that were due by then; what was begun before is carried to its end, and what a crash left is cleared
 * up; users and flights of a training store are made; a schedule is read in beside the one in force.
 */
const TIMELESS: ReadonlySet<string> = new Set<AnyCommandName>([
  'clock.adopt',
  'clock.setBack',
  'users.recordSignIn',
  'users.add',
  'holds.expireDue',
  'payments.fail',
  'payments.renew',
  'jobs.record',
  'replies.prune',
  'schedule.loadSample',
  'schedule.stage',
  'schedule.discard',
]);

/** Whether a command sells or changes something by the time that it is, so that it waits for a time that is confirmed. */
export function needsTime(name: string, input: unknown): boolean {
  // A card that was charged belongs to a sale that began in time.
  if (name === 'payments.confirm') return (input as CommandInput<'payments.confirm'>).approved.length === 0;
  return !TIMELESS.has(name);
}
