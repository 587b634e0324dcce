import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';

let movedAt = 0;

/** When the schedule, or an airport of it, was last changed, as far as this console has heard: a list that is older shows flights as they were. */
export const scheduleMovedAt = (): number => movedAt;

export function hearScheduleMoved(events: readonly JournalEvent[]): void {
  for (const event of events) if (isAbout(event, 'schedule')) movedAt = event.at;
}
