import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../shared/events.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import { codeOf, value } from '../support/test-hub.ts';
import { callOf, FlashHub, turns } from './flash-hub.ts';

let flash: FlashHub;
let timer: FlashHub['timer'];
let told: JournalEvent[];
beforeEach(async () => {
  flash = await FlashHub.open();
  ({ timer, told } = flash);
});

describe('a system, which nobody keeps waiting', () => {
  /** Another program of the airline: what it asks by HTTP is a call of its own each time. */
  const system = () => {
    const call = callOf({ user: 'system:WEB-1', role: 'agent', desk: 'WEB-1' });
    call.connection.desk = { id: 'web', desk: 'WEB-1', kind: 'system', leave() {} };
    return call;
  };
  const ask = (requestId: string) => flash.place(0, { requestId, call: system() });
  /** Asks, and lets the time pass that the hub waits for its answer. */
  const askInLine = async (requestId: string) => {
    const reply = ask(requestId);
    await turns();
    timer.pass(SECOND_MS);
    return reply;
  };

  test('is told its place and when to come again, keeps it, and gets what its turn brought under the same request id', async () => {
    value(await flash.openSale({ mode: 'lot', seconds: 20 }));
    const first = await askInLine('order-0001');
    expect(first).toMatchObject({
      ok: false,
      refusal: { code: 'IN_LINE', details: { position: null, of: 1, seconds: 10, comeAgainMs: 10 * SECOND_MS } },
    });
    timer.pass(10 * SECOND_MS);
    expect(codeOf(await askInLine('order-0001'))).toBe('IN_LINE');
    expect(await flash.look()).toMatchObject([{ waiting: 1 }]);
    timer.pass(8 * SECOND_MS);
    await turns(200);
    expect(await flash.look()).toMatchObject([{ waiting: 0, served: 1 }]);
    const placed = told.filter(({ type }) => type === 'hold.placed');
    expect(placed).toMatchObject([{ desk: 'WEB-1', user: 'system:WEB-1' }]);
    const held = value(await ask('order-0001'));
    expect(held.desk).toBe('WEB-1');
    expect(told.filter(({ type }) => type === 'hold.placed')).toEqual(placed);
  });

  test('is answered at once where nobody waits before it', async () => {
    value(await flash.openSale({ mode: 'order' }));
    expect(value(await ask('order-0001')).desk).toBe('WEB-1');
  });

  test('that comes no more has lost its place, and nothing is held for it', async () => {
    value(await flash.openSale({ mode: 'lot', seconds: 60 }));
    expect(codeOf(await askInLine('order-0001'))).toBe('IN_LINE');
    timer.pass(60 * SECOND_MS);
    await turns(200);
    expect(await flash.look()).toMatchObject([{ waiting: 0, served: 0 }]);
    expect(told.filter(({ type }) => type === 'hold.placed')).toEqual([]);
  });

  test('hears what its turn was refused with, and does not stand in line anew', async () => {
    await flash.leave(0);
    value(await flash.openSale({ mode: 'lot', seconds: 10 }));
    expect(codeOf(await askInLine('order-0001'))).toBe('IN_LINE');
    timer.pass(10 * SECOND_MS);
    await turns(200);
    const served = (await flash.look())[0]?.served;
    expect(codeOf(await ask('order-0001'))).toBe('CABIN_FULL');
    expect((await flash.look())[0]?.served).toBe(served);
  });
});
