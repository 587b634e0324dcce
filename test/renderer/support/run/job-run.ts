import { JobRunner } from '../../../../main/jobs/job-runner.ts';
import { paymentJobs } from '../../../../main/payment/payment-jobs.ts';
import { type ReturnFault, SimulatedTerminal } from '../../../../main/payment/simulated-terminal.ts';
import { Payments } from '../../../../main/payment/take-payment.ts';

import { UNDO_MS } from '../../../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { TEST_CARDS } from '../../../../shared/methods/tenders.ts';
import { FakeClock } from '../../../main/support/fake-clock.ts';
import { FakeTimer } from '../../../main/support/fake-timer.ts';
import { HERE, seatAt } from '../../../main/support/here.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../../main/support/test-hub.ts';
import { NOON } from './open-counter.ts';

const DOLLARS = 1;
const YEN = 2;
type TestCard = (typeof TEST_CARDS)[number];

/** A hub with a card terminal. `faults`: what the next tries to give back come to. */
async function openTill(faults: ReturnFault[]) {
  const till = await openTestHub({ clock: new FakeClock(NOON - HOUR_MS) });
  await till.addFlight({ id: DOLLARS, fixed: true });
  await till.addFlight({ id: YEN, base_fare: 1_250, currency: 'JPY', fixed: true });
  const terminal = new SimulatedTerminal({ wait: async () => {}, returnFault: () => faults.shift() });
  let tried = Promise.withResolvers<void>();
  const runner = new JobRunner({
    ...{ hub: till.hub, work: paymentJobs(terminal), timer: new FakeTimer(till.clock), random: () => 0.5 },
    tried: () => tried.resolve(),
  });
  runner.start();
  const request = () => ({ requestId: till.requestId() });
  let row = 14;

  return {
    ...till,
    runner,
    request,
    /** Does what makes a job due, and resolves when the job was tried. */
    async untilTried(makeDue: () => Promise<unknown>): Promise<void> {
      tried = Promise.withResolvers();
      await makeDue();
      await tried.promise;
    },
    async pay(flightId: number, testCard: TestCard) {
      const held = value(await till.hold(flightId, [`${++row}A`]));
      // Time runs out only for the card that never answers.
      const wait = testCard === 'time-out' ? async () => {} : () => new Promise<never>(() => {});
      const input = sale(held, { tenders: [{ kind: 'card', amount: held.total, approvalCode: null, testCard }] });
      const call = { session: undefined, actor: ANA, connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} } };
      return new Payments({ hub: till.hub, terminal, wait }).confirm(call, { ...request(), ...input });
    },
    async cancel(bookingId: number): Promise<void> {
      const { offerId } = value(await till.hub.execute('bookings.cancelQuote', { ...request(), bookingId }, ANA));
      value(await till.hub.execute('bookings.cancel', { ...request(), bookingId, offerId }, ANA));
      // Until then the cancellation may be undone.
      till.clock.advance(UNDO_MS);
    },
  };
}

/**
 * Money that is due to cards at noon. Since an hour ago: a refund that was refused, and refused again when the supervisor had it tried, and a
 * refund in yen that was refused once. Since noon: the reversal of a charge that the terminal never answered; its first try was refused too. One
 * more refund is done.
 */
export async function runJobs() {
  const faults: ReturnFault[] = [];
  const till = await openTill(faults);
  const { hub, clock, untilTried } = till;
  const refund = async (flightId: number, testCard: TestCard) => {
    const { bookingId } = value(await till.pay(flightId, testCard));
    await untilTried(() => till.cancel(bookingId));
  };
  await refund(DOLLARS, 'refuse-return');
  clock.advance(MINUTE_MS);
  faults.push({ kind: 'refuse', lasting: true });
  await untilTried(async () => value(await hub.execute('jobs.tryAgain', { ...till.request(), jobId: 1 }, MERCY)));
  await refund(YEN, 'refuse-return');
  await refund(DOLLARS, 'approve');
  clock.advance(NOON - clock.now());
  faults.push({ kind: 'refuse', lasting: false });
  await untilTried(() => till.pay(DOLLARS, 'time-out'));
  const list = value(await hub.ask('jobs.list', {}, MERCY));
  await till.runner.close();
  await hub.close();
  return list;
}
