import { create } from 'zustand';
import { bookingEffect, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { followBooking } from '../../shared/follow-booking.ts';
import type { HeldBooking } from '../../shared/methods/holds.ts';
import { call } from '../client/client.ts';

interface Holds {
  /** Live holds of this desk, oldest deadline first. */
  holds: readonly HeldBooking[];
  /** Whether the hub has been asked yet. */
  loaded: boolean;
  /** Whether an answer is on its way, and whether something has moved since it was asked for. */
  asking: 'no' | 'once' | 'again';
  /** Counts the sessions: an answer for an earlier one is not for this. */
  round: number;
  /** The number of each hold, by booking: Alt and this digit open it. It belongs to the hold until that ends, wherever it stands in the tray. */
  numbers: Readonly<Record<number, number>>;
}

const NONE = { holds: [], loaded: false, asking: 'no', numbers: {} } as const;

/** As many holds have a number. */
export const NUMBER_MAX = 9;

export const useHolds = create<Holds>(() => ({ ...NONE, round: 0 }));

/** Keeps the number of each hold that goes on, and gives a new one the lowest that is free. */
export function numbered(holds: readonly HeldBooking[], before: Readonly<Record<number, number>>): Record<number, number> {
  const kept = new Map(holds.flatMap(({ bookingId }) => (before[bookingId] ? [[bookingId, before[bookingId]] as const] : [])));
  for (const { bookingId } of holds) {
    if (kept.has(bookingId)) continue;
    const taken = new Set(kept.values());
    const free = Array.from({ length: NUMBER_MAX }, (_, index) => index + 1).find((number) => !taken.has(number));
    if (free !== undefined) kept.set(bookingId, free);
  }
  return Object.fromEntries(kept);
}

useHolds.subscribe(({ holds, numbers }, before) => {
  if (holds !== before.holds) useHolds.setState({ numbers: numbered(holds, numbers) });
});

/** The hold that bears this number. */
export function heldAs(number: number): HeldBooking | undefined {
  const { holds, numbers } = useHolds.getState();
  return holds.find(({ bookingId }) => numbers[bookingId] === number);
}

/** The holds of `desk` after an event. `reload`: the hub must be asked, because the event tells too little. */
export function applyEvent(
  holds: readonly HeldBooking[],
  event: JournalEvent,
  desk: string,
): { holds: readonly HeldBooking[]; reload: boolean } {
  // A hold hears of its flights from nobody else.
  if (isAbout(event, 'schedule')) return { holds, reload: holds.length > 0 };
  if (!isAbout(event, 'booking')) return { holds, reload: false };
  const gone = event.type === 'hold.takenOver' && event.data.desk !== desk && holds.some((hold) => hold.bookingId === event.data.bookingId);
  if (gone) return { holds: holds.filter((hold) => hold.bookingId !== event.data.bookingId), reload: false };
  if (event.data.desk !== desk) return { holds, reload: false };
  const { bookingId } = event.data;
  // How long a hold runs in all stands in no event, so the hub is asked when a deadline has moved.
  const reload = bookingEffect(event.type).deadline !== 'none';
  if (!holds.some((hold) => hold.bookingId === bookingId)) return { holds, reload };
  const after = holds.map((hold) => (hold.bookingId === bookingId ? { ...hold, ...followBooking(hold, event) } : hold));
  return { holds: inOrder(after.filter(({ state }) => state === 'HOLD')), reload };
}

const inOrder = (holds: readonly HeldBooking[]): HeldBooking[] => [...holds].sort((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0));

const movedMeanwhile = (): boolean => useHolds.getState().asking === 'again';

/** Asks the hub for the live holds of this desk. Calls while a query is under way lead to one more query. */
export async function loadHolds(): Promise<void> {
  const { asking, round } = useHolds.getState();
  if (asking !== 'no') {
    useHolds.setState({ asking: 'again' });
    return;
  }
  do {
    useHolds.setState({ asking: 'once' });
    const reply = await call('holds.ofDesk', {});
    if (useHolds.getState().round !== round) return;
    if (reply.ok && !movedMeanwhile()) useHolds.setState({ holds: inOrder(reply.value.holds), loaded: true });
  } while (movedMeanwhile());
  useHolds.setState({ asking: 'no' });
}

export function hearEvents(events: readonly JournalEvent[], desk: string): void {
  let reload = false;
  const before = useHolds.getState().holds;
  let holds = before;
  for (const event of events) {
    const applied = applyEvent(holds, event, desk);
    holds = applied.holds;
    reload ||= applied.reload;
  }
  if (holds !== before) {
    // An answer on its way may be older than what was just heard.
    useHolds.setState(({ asking }) => ({ holds, asking: asking === 'no' ? 'no' : 'again' }));
  }
  if (reload) void loadHolds();
}

export const forgetHolds = (): void => useHolds.setState(({ round }) => ({ ...NONE, round: round + 1 }));
