import type { AnyCommandName, CommandInput } from '../commands/registry.ts';

/**
 * Commands that still run while the hub's time is doubtful. Each is right with the time that was believed last.
 * 1. People sign in. Otherwise nobody could confirm the time.
 * 2. Holds that were due by the believed time end.
 * 3. Payments and jobs that were begun before are finished, or given up after a crash.
 * 4. A console says that it has heard of a sale.
 * 5. Users and flights of a training store are made, and a schedule is staged.
 */
const TIMELESS: ReadonlySet<string> = new Set<AnyCommandName>([
  'clock.adopt',
  'clock.setBack',
  'users.recordSignIn',
  'users.add',
  'holds.expireDue',
  'bookings.heard',
  'payments.fail',
  'payments.renew',
  'jobs.record',
  'messages.record',
  'replies.prune',
  'schedule.loadSample',
  'schedule.stage',
  'schedule.discard',
]);

/** Whether a command depends on what time it is now, so that it is refused until the time is confirmed. */
export function needsTime(name: string, input: unknown): boolean {
  // A card that was charged belongs to a sale that began while the time was believed.
  if (name === 'payments.confirm') return (input as CommandInput<'payments.confirm'>).approved.length === 0;
  return !TIMELESS.has(name);
}
