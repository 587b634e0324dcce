import type { Input } from '../../../shared/contract.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import { sum } from '../../../shared/money.ts';
import { accept, type Reply } from '../../../shared/refusals.ts';
import { offerOf } from '../../store/tables/offers-table.ts';
import { tendersProblem } from '../check-sale.ts';
import type { CommandContext } from '../command.ts';
import { changing, planChange } from './plan-change.ts';
import type { Changing, PlannedChange } from './planned-change.ts';
import { standingOffer } from './standing-offer.ts';

export type ChangeInput = Omit<Input<'bookings.change'>, 'requestId'>;

/** The change that a quote is about, at the price that it told, with tenders that pay it; or why it is not made. Writes nothing. */
export async function takenOffer(
  context: CommandContext,
  { bookingId, offerId, tenders, slipsCompared }: ChangeInput,
): Promise<Reply<{ readonly booking: Changing; readonly planned: PlannedChange; readonly offer: ChangeOffer }>> {
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const { row } = booking.value;
  const standing = await standingOffer(context, row, offerId, 'change');
  if (!standing.ok) return standing;
  const offer = offerOf<ChangeOffer>(standing.value);
  const replanned = await planChange({ ...booking.value, waived: offer.waiver !== undefined }, offer.change);
  if (!replanned.ok) return replanned;
  const unpaid = await tendersProblem(context, row, Math.max(0, offer.total), { tenders, slipsCompared });
  if (unpaid) return unpaid;
  // A quote is kept to its last minute, even if the refund rule gives less by now.
  const again = replanned.value;
  // No hold keeps what an infant on a lap pays, so its quote does.
  const after = offer.change.kind === 'infant' ? { ...again.after, legs: offer.legs } : again.after;
  const price = sum(after.legs.map(legTotal));
  const planned: PlannedChange = {
    ...{ ...again, after, lines: offer.lines, kept: offer.total + row.total - price, toVoucher: offer.toVoucher },
    overrides: [...(offer.waiver ? ['waiver' as const] : []), ...(again.overrides ?? [])],
  };
  return accept({ booking: booking.value, planned, offer });
}
