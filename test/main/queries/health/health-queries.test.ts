import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { openTestHub, type TestHub, value } from '../../support/test-hub.ts';

let test: TestHub;
beforeEach(async () => {
  test = await openTestHub();
});

describe('flights with passengers denied', () => {
  const denied = async () => value(await test.hub.look('health.deniedFlights', {}));
  const deny = (id: number, flightId: number, at: number = test.clock.now()) =>
    test.db
      .change(
        `INSERT INTO denials (id, flight_id, cabin, booking_id, passenger, fare, fare_currency, rebooked, reason, author, denied_at)
         VALUES (?, ?, 'Y', 1, 0, 0, 'USD', 0, '', '', ?)`,
      )
      .run(id, flightId, at);
  const departed = (more: Parameters<TestHub['addFlight']>[0] = {}) => test.addFlight({ departs_at: test.clock.now() - HOUR_MS, ...more });

  it('are not known before any has departed', async () => {
    await test.addFlight();
    await departed({ departs_at: test.clock.now() - 31 * DAY_MS });
    await departed({ cancelled: 1 });
    expect(await denied()).toBeNull();
  });

  it('are none of those that departed', async () => {
    await departed();
    await deny(1, 1, test.clock.now() - 31 * DAY_MS);
    expect(await denied()).toBe(0);
  });

  it('count once each, of all airports', async () => {
    for (const origin of ['JFK', 'LAX', 'ORD', 'AAA']) await departed({ origin });
    await deny(1, 1);
    await deny(2, 1);
    expect(await denied()).toBe(2_500);
    await deny(3, 2);
    expect(await denied()).toBe(5_000);
  });

  it('finds departures by airport and time, and reads no flight', async () => {
    await departed();
    await deny(1, 1);
    const plan = await test.db
      .query<{ detail: string }>(
        'EXPLAIN QUERY PLAN SELECT 1 FROM flights f WHERE f.origin = ? AND f.departs_at > ? AND f.departs_at <= ? AND f.cancelled = 0',
      )
      .all('JFK', 0, 1);
    expect(plan.map(({ detail }) => detail).join()).toContain('USING COVERING INDEX flights_departures');
  });
});

describe('work that waits', () => {
  const waiting = async () => value(await test.hub.look('health.waiting', {}));
  const job = (id: number, state: string, tries: number, createdAt: number, notBefore: number) =>
    test.db
      .change(
        "INSERT INTO jobs (id, kind, subject, booking_id, state, tries, not_before, created_at) VALUES (?, 'refund', ?, 1, ?, ?, ?, ?)",
      )
      .run(id, `subject-${id}`, state, tries, notBefore, createdAt);
  const message = (id: number, state: string, createdAt: number) =>
    test.db
      .change(
        `INSERT INTO messages (id, event, booking_id, version, kind, channel, language, state, not_before, created_at)
         VALUES (?, ?, 1, 1, 'sold', 'email', 'en', ?, 0, ?)`,
      )
      .run(id, id, state, createdAt);

  it('is none at first', async () => {
    expect(await waiting()).toEqual({ jobs: { count: 0, since: null }, messages: { count: 0, since: null } });
  });

  it('waits since it was due; once it was tried, since it was written down', async () => {
    const now = test.clock.now();
    await job(1, 'WAITING', 0, now - 9 * MINUTE_MS, now + MINUTE_MS);
    await job(2, 'WAITING', 0, now - 9 * MINUTE_MS, now - MINUTE_MS);
    await job(3, 'DONE', 1, now - HOUR_MS, now - HOUR_MS);
    await job(4, 'DEAD', 9, now - HOUR_MS, now - HOUR_MS);
    expect((await waiting()).jobs).toEqual({ count: 1, since: now - MINUTE_MS });
    await job(5, 'WAITING', 2, now - 4 * MINUTE_MS, now + MINUTE_MS);
    expect((await waiting()).jobs).toEqual({ count: 2, since: now - 4 * MINUTE_MS });
  });

  it('are messages that are not sent, those behind another one too', async () => {
    const now = test.clock.now();
    for (const [id, state] of ['WAITING', 'BEHIND', 'SENT', 'DEAD'].entries()) await message(id + 1, state, now - (id + 1) * MINUTE_MS);
    expect((await waiting()).messages).toEqual({ count: 2, since: now - 2 * MINUTE_MS });
  });
});
