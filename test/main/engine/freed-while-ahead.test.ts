import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { WallClock } from '../../../main/hub/clock.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { ANA, adult, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

type ClockHub = Awaited<ReturnType<typeof openTestHub<WallClock>>>;
type Place = { readonly flightId: number; readonly cabin: 'Y' };

const LAST = '10D';
const OTHERS = Array.from({ length: 10 }, (_, row) => ['A', 'C', 'D'].map((letter) => `${row + 1}${letter}`))
  .flat()
  .filter((seat) => seat !== LAST);

/**
 * A flight of 30 seats that leaves in 20 hours: all are sold but the last, which is held. `before` is done before that hold, `then` after it. Then the
 * computer's clock goes on by 26 hours, so that the hold lapses after departure by the time of the hub, and a supervisor sets it back.
 */
async function freedWhileAhead(
  before: (hub: ClockHub, place: Place) => Promise<unknown>,
  then: (hub: ClockHub, place: Place) => Promise<unknown>,
): Promise<ClockHub> {
  const computer = fakeComputer();
  const folder = mkdtempSync(join(tmpdir(), 'aisle-ahead-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const open = async () => openTestHub({ clock: computer.start(), file: join(folder, 'store.sqlite') });

  const first = await open();
  const flight = await first.addFlight({ departs_at: computer.wall + 20 * HOUR_MS, seat_map: 'plain-30', equipment: 'D38', fixed: true });
  const place = { flightId: flight.id, cabin: 'Y' } as const;
  for (let at = 0; at < OTHERS.length; at += 9) await sell(first, await first.hold(flight.id, OTHERS.slice(at, at + 9), {}, JONAS));
  await before(first, place);
  value(await first.hold(flight.id, [LAST], {}, JONAS));
  await then(first, place);
  await first.hub.close();

  computer.set(26 * HOUR_MS);
  const ahead = await open();
  value(await ahead.hub.change('holds.expireDue', {}, SYSTEM, null));
  expect(await ahead.claims(flight.id)).not.toContain(LAST);
  await ahead.hub.close();

  computer.set(-26 * HOUR_MS);
  const test = await open();
  onTestFinished(() => test.hub.close());
  value(await test.hub.stepClock('clock.setBack', computer.wall, MERCY, 'set-right'));
  expect(await crossCheck(test.db)).toBeUndefined();
  return test;
}

type Held = Awaited<ReturnType<ClockHub['hold']>>;
const sell = async ({ hub, requestId }: ClockHub, held: Held) =>
  value(await hub.change('payments.confirm', { ...sale(value(held)), approved: [] }, JONAS, requestId()));
const nothing = async () => undefined;

test('who has no seat gets the one whose hold lapsed while the clock stood ahead, because its flight has not left', async () => {
  const above = { authorised: 31, seen: 30, reason: 'not all will show' };
  const { claims } = await freedWhileAhead(
    async ({ hub, requestId }, place) =>
      value(await hub.execute('pricing.authorise', { requestId: requestId(), ...place, ...above }, MERCY)),
    async (hub, place) =>
      sell(hub, await hub.hold(place.flightId, [], { legs: [{ ...place, seats: 'over' }], passengers: [adult] }, JONAS)),
  );
  expect(await claims(1)).toEqual([...OTHERS, LAST].sort());
});

test('who waits is offered the seat whose hold lapsed while the clock stood ahead', async () => {
  const asks = { cabin: 'Y' as const, passengers: [adult], name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117' };
  const { hub } = await freedWhileAhead(nothing, async ({ hub, requestId }, { flightId }) =>
    value(
      await hub.execute(
        'waitlist.join',
        { requestId: requestId(), flights: [flightId], ...asks, fareLimit: null, priority: 'normal', reason: '' },
        ANA,
      ),
    ),
  );
  const { entries } = value(await hub.ask('waitlist.of', { flightId: 1, cabin: 'Y' }, ANA));
  expect(entries).toMatchObject([{ name: asks.name, state: 'OFFERED' }]);
});

test('a block that gave way to a hold stands again, although the hold lapsed while the clock stood ahead', async () => {
  const kept = { what: LAST, cabin: null, code: 'KEPT' as const, remark: 'infant beside', until: null };
  const { db } = await freedWhileAhead(
    async ({ hub, requestId }, { flightId }) =>
      value(await hub.execute('seats.block', { requestId: requestId(), flightId, ...kept }, MERCY)),
    nothing,
  );
  const standing = 'SELECT seat, code FROM seat_blocks WHERE ended_at IS NULL';
  expect(await db.query(standing).all()).toEqual([{ seat: LAST, code: 'KEPT' }]);
});
