import type { CommandInput } from '../../../main/commands/registry.ts';
import type { ModelCommand } from './model.ts';

/** The clock goes on between a decision about it and its repeat, so that only what the sender saw is compared. */
function said({ name, body }: ModelCommand): string {
  if (name.startsWith('clock.')) return JSON.parse(body).shown;
  if (name === 'flashSale.begin') return opened(JSON.parse(body));
  if (name === 'reaccommodation.hold') return proposedFor(JSON.parse(body));
  // Once it was applied, nobody remembers more of an import.
  return name === 'schedule.applyStaged' ? JSON.parse(body).importId : body;
}

/** The hub draws the seed of a lot. */
const opened = ({ flightId, mode, seconds }: CommandInput<'flashSale.begin'>): string => `${flightId} ${mode} ${seconds}`;

/** What is found for a booking changes with the schedule and the sales. */
const proposedFor = ({ found, most }: CommandInput<'reaccommodation.hold'>): string => `${found.map(({ bookingId }) => bookingId)} ${most}`;
/** What tells two requests under one number apart. */
export const askedBy = (command: ModelCommand): string => `${command.name} ${command.actor.user} ${command.actor.desk} ${said(command)}`;
