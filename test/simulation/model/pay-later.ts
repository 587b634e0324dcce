import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import { own } from './bookings.ts';
import { refused } from './expected.ts';
import type { Commands, Model, ModelBooking } from './model.ts';
import { namesRight } from './sale-checks.ts';
import { firstClose } from './shortened-holds.ts';

/** Seats are kept for so many days in all and never past the close of sales, and a desk has so many holds that are paid later. */
function mayPayLater(model: Model, hold: ModelBooking, payBy: number, now: number): void {
  const { payLaterDays: days, payLaterMost: most } = model.settings;
  if (days === 0) throw refused('TIME_LIMIT_OFF');
  if (payBy <= now) throw refused('TIME_LIMIT_EARLY');
  const latest = Math.min(hold.createdAt + days * DAY_MS, firstClose(model, hold.legs));
  if (payBy > latest) throw refused('TIME_LIMIT_LATE', { until: latest });
  const open = model.holds().filter(({ desk, payBy: limit }) => limit && desk === hold.desk);
  if (!hold.payBy && open.length >= most) throw refused('TIME_LIMITS_FULL', { most });
}

export const PAY_LATER: Commands = {
  'holds.payLater'(model, { bookingId, payBy, atLimit, passengers, contact }: Input<'holds.payLater'>, command) {
    const { now, actor } = command;
    const hold = own(model, bookingId, command);
    namesRight(hold, passengers);
    if (!contact.phone && !contact.email) throw refused('CONTACT_MISSING');
    mayPayLater(model, hold, payBy, now);
    const grace = model.settings.limitGraceHours * HOUR_MS;
    const expiresAt = atLimit === 'queue' ? Math.min(payBy + grace, firstClose(model, hold.legs)) : payBy;
    model.drafts.set(bookingId, { id: bookingId, desk: actor.desk, at: now });
    model.typed.set(bookingId, { ...contact, wishes: contact.messages });
    model.met.push(`${hold.payBy ? 'moved ' : ''}to ${atLimit}`);
    const limit = { at: payBy, atLimit };
    return model.write('hold.payLater', { ...hold, payBy: limit, expiresAt, holdMs: expiresAt - hold.createdAt });
  },
  'holds.takeOver'(model, { bookingId }: Input<'holds.takeOver'>, command) {
    const { desk } = command.actor;
    const before = model.booking(bookingId);
    const asked = before.payBy ? { ...command, actor: { ...command.actor, desk: before.desk } } : command;
    const hold = own(model, bookingId, asked);
    if (hold.desk === desk) return hold;
    model.takenOver.add(bookingId);
    return model.write('hold.takenOver', { ...hold, desk });
  },
};
