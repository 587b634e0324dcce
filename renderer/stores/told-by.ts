import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { MessageKind } from '../../shared/message-kinds.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import { CABINS } from '../../shared/seat-map.ts';

/** An event that passengers are told of. No passenger data. */
export interface Activity {
  readonly event: number;
  readonly at: number;
  readonly desk: string;
  readonly bookingId: number;
  readonly locator: string;
  readonly kind: MessageKind;
}

/** How many are kept. */
export const ACTIVITY_MAX = 50;
type Given = Extract<JournalEvent, { type: 'booking.seatsGiven' }>;

/** Whether a change takes passengers of a flight to a better cabin than the seats that it gave back. */
const isUpgrade = (given: Given | undefined, { data }: Extract<JournalEvent, { type: 'booking.changed' }>): boolean =>
  given?.data.bookingId === data.bookingId &&
  given.data.legs.some((was) =>
    data.legs.some(({ flightId, cabin }) => flightId === was.flightId && CABINS.indexOf(cabin) < CABINS.indexOf(was.cabin)),
  );

export interface Told {
  /** Newest first. */
  readonly told: readonly Activity[];
  /** The seats that a booking gave back just now: what it has instead is told by its next event. A change that gives no seats back tells none. */
  readonly given: Given | undefined;
}

/** The newest of what these events and those before tell. Events that were read already tell nothing. */
export function toldBy(events: readonly JournalEvent[], known: Told): Told {
  const told = [...known.told];
  let { given } = known;
  const newest = told[0]?.event ?? 0;
  for (const event of events) {
    if (event.event <= newest) continue;
    const before = given;
    if (event.type === 'booking.seatsGiven') given = event;
    else if (given && isAbout(event, 'booking') && event.data.bookingId === given.data.bookingId) given = undefined;
    // The hold was placed just before, in the same step.
    if (event.type === 'waitlist.offered') {
      const at = told.findIndex(({ bookingId, kind }) => bookingId === event.data.hold && kind === 'held');
      const hold = told[at];
      if (hold) told[at] = { ...hold, kind: 'waitlistOffered' };
    }
    const tells = messageOfEvent(event.type);
    if (tells === null || !isAbout(event, 'booking')) continue;
    const { bookingId, locator, desk } = event.data;
    const kind = event.type === 'booking.changed' && isUpgrade(before, event) ? 'upgraded' : tells;
    told.unshift({ event: event.event, at: event.at, desk, bookingId, locator, kind });
  }
  const same = told.length === known.told.length && told.every((each, at) => each === known.told[at]);
  return { told: same ? known.told : told.slice(0, ACTIVITY_MAX), given };
}
