import { WAYS_MAX } from '../../../shared/bounds.ts';
import type { ChangedBooking, Proposal } from '../../../shared/methods/reaccommodation.ts';
import { call, newRequestId } from '../../client/client.ts';
import { bookingsText } from '../../format/bookings-text.ts';
import { announce } from '../../parts/announcer.tsx';
import { staysFirst, takeNow } from './choose-other.ts';
import { inParts, standing, step, without } from './desk-steps.ts';
import { type Kept, useDesk } from './desk-store.ts';

/** The best way is taken first; where only the seat is another one, to stay comes before it. */
const asKept = (proposal: Proposal): Kept => {
  const row = useDesk.getState().rows.find(({ bookingId }) => bookingId === proposal.bookingId);
  return { ...proposal, take: row && staysFirst(row) ? 'now' : (proposal.ways[0]?.hold ?? 0), quote: null };
};

/** Takes what the hub proposes: it comes instead of what was proposed before. */
function takeProposals(proposals: readonly Proposal[]): void {
  useDesk.setState(({ kept, conflicts, whyNot }) => ({
    kept: new Map([...kept, ...proposals.map((one): [number, Kept] => [one.bookingId, asKept(one)])]),
    ...{ conflicts: without(conflicts, proposals.map(idOf)), whyNot: without(whyNot, proposals.map(idOf)) },
  }));
}
const idOf = ({ bookingId }: { readonly bookingId: number }): number => bookingId;

async function propose(bookingIds: readonly number[], ways: number): Promise<void> {
  if (bookingIds.length === 0) return;
  await step('propose', async () => {
    let found = 0;
    const refused = await inParts(
      bookingIds,
      (part) => call('reaccommodation.propose', { requestId: newRequestId(), bookingIds: part, ways }, 'person'),
      ({ proposals }) => {
        takeProposals(proposals);
        found += proposals.filter(({ outcome }) => outcome === 'kept').length;
      },
    );
    if (!refused) announce(`Seats kept for ${bookingsText(found)}, for 3 minutes`);
    return refused;
  });
}

/** The best way on for each booking of the list that is to do and has no seats kept. */
export function proposeAll(): Promise<void> {
  const open = useDesk.getState().rows.filter((row) => ['unasked', 'lapsed'].includes(standing(row)));
  // No seats need be kept for who stays.
  for (const row of open) if (staysFirst(row)) takeNow(row);
  return propose(open.filter((row) => !staysFirst(row)).map(idOf), 1);
}

/** Three ways on for one booking, all with their seats kept. */
export const proposeThree = ({ bookingId }: Pick<ChangedBooking, 'bookingId'>): Promise<void> => propose([bookingId], WAYS_MAX);

/** 3 minutes more for all seats that are kept, once. What has lapsed meanwhile, or was kept longer before, is asked for anew. */
export async function keepLonger(): Promise<void> {
  const { rows, kept, leftOut } = useDesk.getState();
  const held = rows.filter(({ bookingId }) => kept.get(bookingId)?.outcome === 'kept' && !leftOut.has(bookingId));
  const lapsed = held.filter((row) => standing(row) === 'lapsed').map(idOf);
  const running = held.filter((row) => standing(row) === 'kept').map(idOf);
  if (running.length > 0)
    await step('keep', () =>
      inParts(
        running,
        (part) => call('reaccommodation.keep', { requestId: newRequestId(), bookingIds: part }, 'person'),
        (answer) => {
          const until = new Map(answer.kept.map(({ hold, expiresAt }) => [hold, expiresAt]));
          useDesk.setState((now) => ({
            kept: new Map([...now.kept].map(([bookingId, ours]) => [bookingId, keptUntil(ours, until)])),
          }));
          announce(until.size > 0 ? 'Seats kept 3 minutes more' : 'These seats were kept longer once before');
        },
      ),
    );
  await propose(lapsed, 1);
}

const keptUntil = (ours: Kept, until: ReadonlyMap<number, number>): Kept => ({
  ...ours,
  ways: ours.ways.map((way) => ({ ...way, expiresAt: until.get(way.hold) ?? way.expiresAt })),
});

/** Gives seats that are kept back to sale. The desk forgets them at once; should the hub not hear of it, they end by themselves. */
export function letGo(bookingIds: readonly number[]): void {
  const { kept } = useDesk.getState();
  const held = bookingIds.filter((bookingId) => kept.get(bookingId)?.outcome === 'kept');
  useDesk.setState((now) => ({ kept: without(now.kept, bookingIds), conflicts: without(now.conflicts, bookingIds) }));
  void inParts(
    held,
    (part) => call('reaccommodation.release', { requestId: newRequestId(), bookingIds: part }, 'person'),
    () => undefined,
  );
}

/** Nobody works at this desk any more: all that it keeps goes back to sale, and what was accepted leaves the list. */
export function leaveDesk(): void {
  letGo([...useDesk.getState().kept.keys()]);
  useDesk.setState({ rows: [], chosen: null, leftOut: new Set(), accepted: new Map(), whyNot: new Map(), refused: null });
}

/** The way that stands at this place of the list of ways, counted from 1. */
export function takeWay(bookingId: number, place: number): void {
  const ours = useDesk.getState().kept.get(bookingId);
  const way = ours?.ways[place - 1];
  if (!ours || !way) return;
  useDesk.setState(({ kept }) => ({ kept: new Map(kept).set(bookingId, { ...ours, take: way.hold }) }));
}
