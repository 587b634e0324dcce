import { useEffect } from 'react';
import { create } from 'zustand';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Connection } from '../../shared/methods/flights.ts';
import { type OnWay, sameWay } from '../../shared/ways.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

/** The connections between flights that a screen shows, by the ids of the flights, `7-8`. */
const useTimes = create<{ readonly known: Readonly<Record<string, readonly Connection[]>> }>(() => ({ known: {} }));

const asked = new Set<string>();

async function load(key: string): Promise<void> {
  asked.add(key);
  const reply = await call('flights.connections', { flightIds: key.split('-').map(Number) });
  if (!asked.has(key)) return;
  if (reply.ok) useTimes.setState(({ known }) => ({ known: { ...known, [key]: reply.value.connections } }));
  else asked.delete(key);
}

function forget(): void {
  asked.clear();
  useTimes.setState({ known: {} });
}

onSessionOver(forget);

/** A schedule that was applied may have moved a flight: what is shown is asked for again. */
export function hearSchedule(events: readonly JournalEvent[]): void {
  if (events.some((event) => isAbout(event, 'schedule'))) renewConnections();
}

export function renewConnections(): void {
  for (const key of asked) void load(key);
}

/** A flight of an itinerary. */
interface Flown extends OnWay {
  readonly flightId: number;
}

const NONE: readonly Connection[] = [];

/** Whether the party stays on board from the flight at this place to the next one, as far as it is known. */
export function staysAfter(flights: readonly Flown[], place: number): boolean {
  const [before, next] = [flights[place], flights[place + 1]];
  const key = flights.map(({ flightId }) => flightId).join('-');
  return (
    before !== undefined && next !== undefined && sameWay(before, next) && useTimes.getState().known[key]?.[place]?.staysOnBoard === true
  );
}

/** Calls the listener whenever more connections are known. Returns how to stop. */
export const hearConnections = (listener: () => void): (() => void) => useTimes.subscribe(listener);

/**
 * The connections between these flights, in their order: one fewer than flights, and none between the way out and the way back of a return. Empty until
 * the hub has told them.
 */
export function useConnections(flights: readonly Flown[]): readonly (Connection | undefined)[] {
  const key = flights.map(({ flightId }) => flightId).join('-');
  useEffect(() => {
    if (key.includes('-') && !asked.has(key)) void load(key);
  }, [key]);
  const all = useTimes(({ known }) => known[key] ?? NONE);
  return all.map((connection, at) => {
    const [before, next] = [flights[at], flights[at + 1]];
    return before && next && sameWay(before, next) ? connection : undefined;
  });
}
