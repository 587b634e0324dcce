import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { applied, flight, KEPT } from '../support/staged-schedule.ts';
import { ANA, sale, value } from '../support/test-hub.ts';
import { openMailBox } from './mail-box.ts';
import { CONTACT, withMessages } from './with-messages.ts';

/** Days until the flight leaves after it was moved, and the messages about it. */
test.each([
  [1, ['held', 'held']],
  [0, ['held', 'expired']],
])('who has until a date to pay is told of the earlier date, as their flight leaves in %i days now', async (days, kinds) => {
  const desk = await withMessages();
  const box = await openMailBox();
  value(await desk.set({ mail: desk.mailTo(box.port), webhook: null }));
  const now = desk.clock.now();
  const leaving = (departsAt: number) => [flight(41, { departsAt, arrivesAt: departsAt + 6 * HOUR_MS })];
  await applied(desk, leaving(now + 5 * DAY_MS));
  const [{ id } = { id: 0 }] = await desk.db.query<{ id: number }>("SELECT id FROM flights WHERE carrier = 'QX'").all();
  const hold = value(await desk.hold(id, ['21A']));
  const { bookingId } = hold;
  const { passengers } = sale(hold);
  const limit = { payBy: now + 2 * DAY_MS, atLimit: 'cancel' as const, passengers, contact: { ...CONTACT, phone: '' } };
  value(await desk.hub.execute('holds.payLater', { requestId: desk.requestId(), bookingId, ...limit }, ANA));
  await applied(desk, leaving(now + days * DAY_MS + 20 * MINUTE_MS), KEPT, 'import-0002');
  value(await desk.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
  expect((await desk.rows()).map(({ kind }) => kind)).toEqual(kinds);
  await expect.poll(() => box.mails.length).toBe(2);
  await desk.end();
  await box.close();
});
