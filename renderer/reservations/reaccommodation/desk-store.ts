import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import type { ChangedBooking, ChangeGroup, Proposal, Way } from '../../../shared/methods/reaccommodation.ts';
import type { Heard } from '../../../shared/notices.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import type { CancelOffer } from '../booking-store.ts';
import { maybeChanged, type Theirs, theirsOf } from './conflicts.ts';
import { mergeRows } from './merge-rows.ts';

/** After an event the list is read at most so often: a bulk of two hundred must not be two hundred questions. */
const READ_WAIT_MS = SECOND_MS;

/** What would be accepted of a booking: the hold of a way, its flights as they are scheduled now, or all of its money back. */
export type Take = number | 'now' | 'money';

/** Ways of a booking with their seats kept, and what would be accepted. */
export interface Kept extends Proposal {
  readonly take: Take;
  /** Money back was asked for: the quote of the hub. */
  readonly quote: CancelOffer | null;
}

/** What was accepted here of a booking, and the version that it has since: with both, one is undone. */
export interface Accepted {
  readonly kept: Kept;
  readonly version: number;
}

/** The way that would be accepted; undefined where it is none of the ways. */
export const wayTaken = ({ ways, take }: Pick<Kept, 'ways' | 'take'>): Way | undefined => ways.find(({ hold }) => hold === take);

export interface DeskState {
  /** Null until the hub answered. */
  readonly listed: Output<'reaccommodation.list'> | null;
  readonly group: ChangeGroup;
  /** The bookings of the group, and those that this desk has worked meanwhile. */
  readonly rows: readonly ChangedBooking[];
  readonly chosen: number | null;
  readonly kept: ReadonlyMap<number, Kept>;
  readonly leftOut: ReadonlySet<number>;
  readonly conflicts: ReadonlyMap<number, Theirs>;
  /** Bookings that were accepted here. They stay in the list, so that one can be undone. */
  readonly accepted: ReadonlyMap<number, Accepted>;
  /** Why a booking was not accepted, beside it until the next try. */
  readonly whyNot: ReadonlyMap<number, string>;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  /** Why the last step was not done. It stays until the next step. */
  readonly refused: Refusal | null;
  readonly asking: 'no' | 'once' | 'again';
  /** What the hub is asked to do now. */
  readonly doing: 'propose' | 'quote' | 'keep' | 'accept' | 'undo' | null;
  load(): Promise<void>;
  /** For the page: where nothing is to do in the group that stood there, it begins with the first in which something is. */
  open(): Promise<void>;
  show(group: ChangeGroup): void;
  choose(bookingId: number): void;
}

const nothingWorked = () => ({
  ...{ kept: new Map<number, Kept>(), leftOut: new Set<number>(), conflicts: new Map<number, Theirs>() },
  ...{ accepted: new Map<number, Accepted>(), whyNot: new Map<number, string>() },
});
const nothing = () => ({
  ...{ listed: null, group: 'cancelled' as ChangeGroup, rows: [], chosen: null, ...nothingWorked() },
  ...{ refusal: null, refused: null, asking: 'no' as const, doing: null },
});

/** Reads a booking for which seats are kept here, and marks it when somebody else has changed it. */
export async function findConflict(bookingId: number): Promise<void> {
  const reply = await call('bookings.get', { bookingId });
  const ours = useDesk.getState().kept.get(bookingId);
  const theirs = reply.ok && ours ? theirsOf(ours.version, reply.value.booking, reply.value.history) : undefined;
  if (theirs) useDesk.setState((now) => ({ conflicts: new Map(now.conflicts).set(bookingId, theirs) }));
}

/** Bookings whose flights the carrier changed, one group at a time, and what this desk does with them. */
export const useDesk = create<DeskState>()((set, get) => ({
  ...nothing(),
  /** Calls that come while one is under way are answered by one more. */
  async load() {
    if (get().asking !== 'no') {
      set({ asking: 'again' });
      return;
    }
    do {
      set({ asking: 'once' });
      const { group } = get();
      const reply = await call('reaccommodation.list', { group });
      // The session is over, so this answer is dropped.
      if (get().asking === 'no') return;
      if (!reply.ok) set({ refusal: reply.refusal });
      else if (get().group !== group) set({ asking: 'again' });
      else {
        const { rows, kept, accepted } = get();
        const merged = mergeRows(
          rows,
          reply.value.bookings,
          (bookingId) => kept.has(bookingId),
          (bookingId) => accepted.has(bookingId),
        );
        set({ listed: reply.value, rows: merged, refusal: null });
        const { conflicts } = get();
        const ours = new Map([...kept].filter(([bookingId]) => !conflicts.has(bookingId)));
        await Promise.all(maybeChanged(ours, reply.value.bookings).map(findConflict));
      }
    } while (get().asking === 'again');
    set({ asking: 'no' });
  },
  async open() {
    await get().load();
    const { listed, group } = get();
    const first = listed?.groups.find(({ todo }) => todo > 0);
    if (first && listed?.groups.find((one) => one.group === group)?.todo === 0) get().show(first.group);
  },
  show(group) {
    if (group === get().group) return;
    set({ group, rows: [], chosen: null, refused: null });
    void get().load();
  },
  choose: (chosen) => set(chosen === get().chosen ? {} : { chosen }),
}));

/** The booking that is shown beside the list: the one that was chosen, else the first. */
export const shownRow = ({ rows, chosen }: Pick<DeskState, 'rows' | 'chosen'>): ChangedBooking | undefined =>
  rows.find(({ bookingId }) => bookingId === chosen) ?? rows[0];

let waiting: ReturnType<typeof setTimeout> | undefined;

export function hearDesk(heard: Heard): void {
  const matters = 'notice' in heard ? false : isAbout(heard, 'booking') || isAbout(heard, 'schedule') || isAbout(heard, 'setting');
  if (!matters || waiting !== undefined) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void useDesk.getState().load();
  }, READ_WAIT_MS);
}

onSessionOver(() => {
  clearTimeout(waiting);
  waiting = undefined;
  useDesk.setState(nothing());
});
