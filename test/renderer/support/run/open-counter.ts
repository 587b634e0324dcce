import { SimulatedTerminal } from '../../../../main/payment/simulated-terminal.ts';
import { Payments } from '../../../../main/payment/take-payment.ts';
import type { Output } from '../../../../shared/contract.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import { FakeClock } from '../../../main/support/fake-clock.ts';
import { HERE, seatAt } from '../../../main/support/here.ts';
import { ANA, adult, type Confirm, MERCY, openTestHub, value } from '../../../main/support/test-hub.ts';

/** Noon UTC of a Saturday; 07:00 in New York. */
export const NOON = Date.UTC(2026, 10, 21, 12);
const CHILD = { ...adult, type: 'CHD' as const };

/** The next counter. */
export const NEIGHBOUR = { user: 'weber', role: 'agent', desk: 'T1-02' } as const;

/** AA 185 leaves New York in five hours, AA 186 goes on from Los Angeles; both are an A320 with one cabin. */
export const OUT = 7;
export const ON = 8;

/** The journal of every counter has this many entries when its hold has been placed. So what happens next is event 101. */
export const EVENTS_BEFORE = 100;

const TIERS = [
  { overMinutes: 24 * 60, percent: 100 },
  { overMinutes: 4 * 60, percent: 50 },
  { overMinutes: 0, percent: 0 },
];

/** Desk T1-04 at noon, with Ana at it and nobody booked yet. */
export async function openCounter() {
  const store = await openTestHub({ clock: new FakeClock(NOON) });
  const payments = new Payments({
    hub: store.hub,
    terminal: new SimulatedTerminal({ wait: async () => {} }),
    wait: () => new Promise(() => {}),
  });
  await store.db.change("UPDATE refund_policies SET tiers = ? WHERE name = 'standard'").run(JSON.stringify(TIERS));
  await store.addVouchers();
  const at = (minutes: number) => NOON + minutes * MINUTE_MS;
  const american = { carrier: 'AA', base_fare: 289_10 };
  await store.addFlight({ ...american, id: OUT, number: 185, departs_at: at(300), arrives_at: at(685) });
  await store.addFlight({ ...american, id: ON, number: 186, origin: 'LAX', destination: 'SFO', departs_at: at(760), arrives_at: at(845) });
  const request = () => ({ requestId: store.requestId() });

  /** Passengers whose flight did not leave last night get vouchers, until the journal has `events` entries. */
  async function passNight(events: number): Promise<void> {
    const voucher = { amount: 25_00, currency: 'USD', reason: 'cancelled flight', days: 365 };
    while (store.hub.newestEvent < events) value(await store.hub.execute('vouchers.issue', { ...request(), ...voucher }, MERCY));
  }

  return {
    ...store,
    request,
    passNight,
    /** Ana holds 17D and 17E of AA 185 for an adult and a child. It is the first booking of the store. */
    async placeHold(): Promise<Output<'holds.place'>> {
      await passNight(EVENTS_BEFORE - 1);
      return value(await store.hold(OUT, ['17D', '17E'], { passengers: [adult, CHILD] }));
    },
    booking: async (bookingId: number) => value(await store.hub.ask('bookings.get', { bookingId }, ANA)),
    confirm: (input: Confirm) =>
      payments.confirm(
        { session: undefined, actor: ANA, connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} } },
        { ...request(), ...input },
      ),
  };
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;
export type Held = Output<'holds.place'>;

/** Mei Lin Sze-To travels with her son and pays as the case says. */
export const sale = (held: Held, tenders: Confirm['tenders']): Confirm => ({
  bookingId: held.bookingId,
  passengers: [
    { type: 'ADT', surname: 'Sze-To', given: 'Mei Lin', title: 'MS', birthDate: null, with: null },
    { type: 'CHD', surname: 'Szeto', given: 'Kai', title: '', birthDate: '2018-01-05', with: null },
  ],
  contact: { phone: '+1 718 555 0163', email: '', askedBy: 'Mei Lin Sze-To' },
  tenders,
});
