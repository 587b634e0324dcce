import { expect, test } from 'vitest';
import { foretellRefund } from '../../../renderer/reservations/foretell-refund.ts';
import { possibleActions } from '../../../renderer/reservations/possible-actions.ts';
import { HOUR_MS, type Instant, instant } from '../../../shared/instants.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { ANA, openTestHub, sale, value } from '../../main/support/test-hub.ts';

// The console said "less than 6 h" for what the hub quoted as "at most 6 h", at exactly 6 h before departure.
test.each([24 * HOUR_MS + 1, 24 * HOUR_MS, 24 * HOUR_MS - 1, 6 * HOUR_MS + 1, 6 * HOUR_MS, 6 * HOUR_MS - 1, 1])(
  'the console foretells what the hub quotes %i ms before departure',
  async (left) => {
    const hub = await openTestHub();
    const flight = await hub.addFlight({ departs_at: hub.clock.now() + 48 * HOUR_MS });
    const held = value(await hub.hold(flight.id, ['15A']));
    const booking = value(await hub.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, hub.requestId()));
    hub.clock.advance(48 * HOUR_MS - left);
    const { policies } = value(await hub.hub.ask('refunds.policies', {}, ANA));
    const quote = value(await hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId: booking.bookingId }, ANA));
    const now: Instant = instant(hub.clock.now());
    const foretold = foretellRefund(booking, policies, now);
    const standpoint = { booking, now, printed: false, desk: ANA.desk, refund: foretold?.rule, back: foretold?.back, clock: String };
    const cancel = possibleActions(standpoint).find(({ id }) => id === 'cancel');
    expect(cancel?.consequence).toContain(`rule ${quote.rule}, ${quote.percent} %;`);
    expect(cancel?.figure).toBe(`${moneyText(minor(quote.total), quote.currency)} back`);
  },
);
