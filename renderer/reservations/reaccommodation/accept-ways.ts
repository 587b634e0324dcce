import type { ChangedBooking, ReaccommodationOutcome } from '../../../shared/methods/reaccommodation.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { bookingsText } from '../../format/bookings-text.ts';
import { announce } from '../../parts/announcer.tsx';
import { inParts, selectedNow, step, without } from './desk-steps.ts';
import { type Accepted, findConflict, type Kept, useDesk } from './desk-store.ts';

/** What was accepted leaves what is kept; what was refused says why; what somebody else changed is a conflict. */
function takeOutcomes(outcomes: readonly ReaccommodationOutcome[]): void {
  useDesk.setState(({ kept, accepted, whyNot }) => {
    const done = outcomes.flatMap((one): [number, Accepted][] => {
      const ours = kept.get(one.bookingId);
      return one.outcome === 'done' && ours ? [[one.bookingId, { kept: ours, version: one.version }]] : [];
    });
    const not = outcomes.flatMap((one): [number, string][] => (one.outcome === 'refused' ? [[one.bookingId, one.message]] : []));
    return {
      accepted: new Map([...accepted, ...done]),
      kept: without(
        kept,
        done.map(([bookingId]) => bookingId),
      ),
      whyNot: new Map([...whyNot, ...not]),
    };
  });
}

/** Cancels by the quote that is shown, and gives the money back. */
async function giveBack({ bookingId, quote }: Kept): Promise<ReaccommodationOutcome> {
  const reply = await call('bookings.cancel', { requestId: newRequestId(), bookingId, offerId: quote?.offerId ?? 0 }, 'person');
  if (reply.ok) return { outcome: 'done', bookingId, version: reply.value.version };
  return { outcome: 'refused', bookingId, code: reply.refusal.code, message: reply.refusal.message };
}

async function accept(chosen: readonly Kept[]): Promise<Refusal | null> {
  const outcomes: ReaccommodationOutcome[] = [];
  const items = chosen.flatMap(({ bookingId, version, take }) =>
    take === 'money' ? [] : { bookingId, version, hold: take === 'now' ? null : take },
  );
  const refused = await inParts(
    items,
    (part) => call('reaccommodation.accept', { requestId: newRequestId(), items: part }, 'person'),
    (answer) => outcomes.push(...answer.outcomes),
  );
  for (const ours of refused ? [] : chosen) if (ours.take === 'money' && ours.quote) outcomes.push(await giveBack(ours));
  takeOutcomes(outcomes);
  const changed = outcomes.flatMap(({ outcome, bookingId }) => (outcome === 'conflict' ? bookingId : []));
  await Promise.all(changed.map(findConflict));
  const done = outcomes.filter(({ outcome }) => outcome === 'done').length;
  const left = chosen.length - done;
  announce(`${bookingsText(done)} accepted${left > 0 ? `, ${left} not` : ''}`);
  return refused;
}

/** Accepts what is proposed for each booking that is selected; the hub tells their passengers. */
export async function acceptSelected(): Promise<void> {
  const { kept } = useDesk.getState();
  const chosen = selectedNow().flatMap(({ bookingId }) => kept.get(bookingId) ?? []);
  if (chosen.length === 0) return;
  await step('accept', () => accept(chosen));
  await useDesk.getState().load();
}

/** Takes back what was accepted here for a booking, whole: flights, seats and money. */
export async function undoAccepted({ bookingId, locator }: ChangedBooking): Promise<void> {
  const ours = useDesk.getState().accepted.get(bookingId);
  if (!ours) return;
  const items = [{ bookingId, version: ours.version }];
  await step('undo', () =>
    inParts(
      items,
      (part) => call('reaccommodation.undo', { requestId: newRequestId(), items: part }, 'person'),
      ({ outcomes }) => {
        const [one] = outcomes;
        if (one?.outcome === 'done') useDesk.setState(({ accepted }) => ({ accepted: without(accepted, [bookingId]) }));
        if (one?.outcome === 'refused') useDesk.setState(({ whyNot }) => ({ whyNot: new Map(whyNot).set(bookingId, one.message) }));
        announce(one?.outcome === 'done' ? `${locator} is as before` : `${locator} is not undone`);
      },
    ),
  );
  await useDesk.getState().load();
}
