import { EVENT_EFFECTS } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { holdStep } from './hold-step.ts';
import type { Metrics } from './metrics.ts';

/** A hold whose seats are back within so long was ended in time. */
export const IN_TIME_MS = SECOND_MS;

/**
 * Counts what was committed. Everything follows from the journal, so a call that was repeated or refused counts as the journal has it. `late`: how
 * late the clock ended the hold of each event, where that is known.
 */
export function countEvents(metrics: Metrics, events: readonly JournalEvent[], late: readonly (number | undefined)[]): void {
  for (const [place, { type }] of events.entries()) {
    metrics.events.inc({ subject: EVENT_EFFECTS[type].subject });
    if (type === 'boarding.denied') metrics.oversales.inc();
    if (type === 'message.sent') metrics.messages.inc({ outcome: 'sent' });
    if (type === 'message.stuck') metrics.messages.inc({ outcome: 'given_up' });
    const step = holdStep(type);
    if (step === 'placed') metrics.holds.inc();
    else if (step === 'sold') metrics.confirms.inc();
    else if (step === 'expired') countExpired(metrics, late[place]);
    else if (step !== undefined) metrics.holdsEnded.inc({ outcome: step });
  }
}

function countExpired({ expires, expirySeconds }: Metrics, late: number | undefined): void {
  expires.inc({ outcome: late === undefined ? 'not_timed' : late <= IN_TIME_MS ? 'in_time' : 'late' });
  if (late !== undefined) expirySeconds.observe(late / SECOND_MS);
}
