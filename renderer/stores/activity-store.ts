import { create } from 'zustand';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { MessageKind } from '../../shared/message-kinds.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { call, feed } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

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
const ACTIVITY_MAX = 50;
/** How many events before those heard are read for them. */
const PAST_EVENTS = 500;

type Given = Extract<JournalEvent, { type: 'booking.seatsGiven' }>;

/** Whether a change takes passengers of a flight to a better cabin than the seats that it gave back. */
const isUpgrade = (given: Given | undefined, { data }: Extract<JournalEvent, { type: 'booking.changed' }>): boolean =>
  given?.data.bookingId === data.bookingId &&
  given.data.legs.some((was) =>
    data.legs.some(({ flightId, cabin }) => flightId === was.flightId && CABINS.indexOf(cabin) < CABINS.indexOf(was.cabin)),
  );

interface Told {
  /** Newest first. */
  readonly told: readonly Activity[];
  /** The seats that a change gave back last: what it has instead is told next. */
  readonly given: Given | undefined;
}

/** The newest of what these events and those before tell. Events that were read already tell nothing. */
export function toldBy(events: readonly JournalEvent[], before: Told): Told {
  const told = [...before.told];
  let { given } = before;
  const newest = told[0]?.event ?? 0;
  for (const event of events) {
    if (event.event <= newest) continue;
    if (event.type === 'booking.seatsGiven') given = event;
    // The hold was placed just before, in the same step.
    if (event.type === 'waitlist.offered') {
      const at = told.findIndex(({ bookingId, kind }) => bookingId === event.data.hold && kind === 'held');
      const hold = told[at];
      if (hold) told[at] = { ...hold, kind: 'waitlistOffered' };
    }
    const tells = messageOfEvent(event.type);
    if (tells === null || !isAbout(event, 'booking')) continue;
    const { bookingId, locator, desk } = event.data;
    const kind = event.type === 'booking.changed' && isUpgrade(given, event) ? 'upgraded' : tells;
    told.unshift({ event: event.event, at: event.at, desk, bookingId, locator, kind });
  }
  const same = told.length === before.told.length && told.every((each, at) => each === before.told[at]);
  return { told: same ? before.told : told.slice(0, ACTIVITY_MAX), given };
}

interface ActivityState extends Told {
  readonly isOpen: boolean;
  /** Whether those before the first that was heard were asked for. */
  readonly pastRead: boolean;
}

const NOTHING: ActivityState = { isOpen: false, told: [], given: undefined, pastRead: false };

/** What passengers are told of at all desks, the last of it, as it happens. */
export const useActivity = create<ActivityState>(() => NOTHING);

export const closeActivity = (): void => useActivity.setState({ isOpen: false });

export const hearActivity = (events: readonly JournalEvent[]): void => useActivity.setState((state) => toldBy(events, state));

/** Reads what happened just before. Where the journal does not reach so far back, what was heard stands alone. */
async function readPast(): Promise<void> {
  useActivity.setState({ pastRead: true });
  const reply = await call('events.since', { after: Math.max(0, (feed.known ?? 0) - PAST_EVENTS) });
  if (!reply.ok) return;
  useActivity.setState(({ told, pastRead }) => {
    if (!pastRead) return {};
    const past = toldBy(reply.value.events as JournalEvent[], NOTHING).told;
    const newest = past[0]?.event ?? 0;
    return { told: [...told.filter(({ event }) => event > newest), ...past].slice(0, ACTIVITY_MAX) };
  });
}

/** Shows it. The first time, what happened before this console listened is read too. */
export function showActivity(): void {
  useActivity.setState({ isOpen: true });
  if (!useActivity.getState().pastRead) void readPast();
}

/** Events were missed, or are not true any more: what is shown is read again. */
export function renewActivity(): void {
  useActivity.setState({ told: [], given: undefined, pastRead: false });
  if (useActivity.getState().isOpen) void readPast();
}

onSessionOver(() => useActivity.setState(NOTHING));
