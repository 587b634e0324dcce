import { contract } from '../../shared/contract.ts';
import type { AnyCommandName, ClockCommandName } from '../commands/registry.ts';

/**
 * The lines in which commands wait for the writer, the most urgent first. When more wait than one batch takes, the first lines go first.
 * underWay: a payment that has begun. confirm: a sale that is about to be made. hold: seats for a party. rest: everything else. clock: a decision about the time. No
 * command is taken while one is under way, so it comes last of those that came before it.
 */
export const PRIORITIES = ['underWay', 'confirm', 'hold', 'rest', 'clock'] as const;
export type Priority = (typeof PRIORITIES)[number];

type ConsolePriority = Exclude<Priority, 'underWay' | 'clock'>;

/** Commands that wait in each line at most. One more is refused with BUSY. */
export const WAITING_MAX: Readonly<Record<ConsolePriority, number>> = { confirm: 8_000, hold: 8_000, rest: 4_000 };

const OWN_LINE: Partial<Record<AnyCommandName, Priority>> = {
  'clock.adopt': 'clock',
  'clock.setBack': 'clock',
  'payments.renew': 'underWay',
  'payments.fail': 'underWay',
  'changes.renew': 'underWay',
  'jobs.record': 'underWay',
  'payments.begin': 'confirm',
  'changes.begin': 'confirm',
  // What was typed is kept just before its sale.
  'holds.keepDraft': 'confirm',
  'holds.payLater': 'confirm',
  'holds.extend': 'confirm',
  'holds.place': 'hold',
  'holds.revive': 'hold',
} satisfies Partial<Record<AnyCommandName, Priority>> & Record<ClockCommandName, 'clock'>;

interface Place {
  readonly line: Priority;
  /** It may be refused with BUSY, because nothing of it was done. What the hub asks of itself never is. */
  readonly mayBeRefused: boolean;
}

/** Where a command waits. A payment without a card is one command, so nothing of it is under way. */
export function placeOf(name: string, input: unknown): Place {
  if (name === 'payments.confirm' || name === 'changes.take') {
    const begun = (input as { readonly approved: readonly unknown[] }).approved.length > 0;
    return { line: begun ? 'underWay' : 'confirm', mayBeRefused: !begun };
  }
  const line = OWN_LINE[name as AnyCommandName] ?? 'rest';
  return { line, mayBeRefused: name in contract || line === 'confirm' };
}

export const isAboutClock = (name: string): boolean => OWN_LINE[name as AnyCommandName] === 'clock';
