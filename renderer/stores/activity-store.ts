import { create } from 'zustand';
import type { JournalEvent } from '../../shared/events.ts';
import { call, feed } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { ACTIVITY_MAX, type Told, toldBy } from './told-by.ts';

/** How many events before those heard are read for them. */
const PAST_EVENTS = 500;

interface ActivityState extends Told {
  readonly isOpen: boolean;
}

const NOTHING: ActivityState = { isOpen: false, told: [], given: undefined };

/** What passengers are told of at all desks, the last of it, as it happens while somebody looks. */
export const useActivity = create<ActivityState>(() => NOTHING);

export const closeActivity = (): void => useActivity.setState(NOTHING);

/** While nobody looks, this console hears of few bookings, and the list would have gaps. */
export const hearActivity = (events: readonly JournalEvent[]): void =>
  useActivity.setState((state) => (state.isOpen ? toldBy(events, state) : {}));

/** Reads what happened just before. Where the journal does not reach so far back, what was heard stands alone. */
async function readPast(): Promise<void> {
  const reply = await call('events.since', { after: Math.max(0, (feed.known ?? 0) - PAST_EVENTS) });
  if (!reply.ok) return;
  useActivity.setState(({ told, isOpen }) => {
    if (!isOpen) return {};
    const past = toldBy(reply.value.events as JournalEvent[], NOTHING).told;
    const newest = past[0]?.event ?? 0;
    return { told: [...told.filter(({ event }) => event > newest), ...past].slice(0, ACTIVITY_MAX) };
  });
}

/** Shows it, with what happened before. */
export function showActivity(): void {
  useActivity.setState({ ...NOTHING, isOpen: true });
  void readPast();
}

/** Events were missed, or are not true any more: what is shown is read again. */
export function renewActivity(): void {
  if (useActivity.getState().isOpen) showActivity();
}

onSessionOver(() => useActivity.setState(NOTHING));
