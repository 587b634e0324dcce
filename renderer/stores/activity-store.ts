import { create } from 'zustand';
import type { JournalEvent } from '../../shared/events.ts';
import { call, feed } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { ACTIVITY_MAX, type Told, toldBy } from './told-by.ts';

/** How many events before those heard are read for them. */
const PAST_EVENTS = 500;

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
