import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { ReportOf } from '../../../shared/methods/sales-report.ts';
import { ANA, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** Works at Ana's desk after her. */
const LENA: Actor = { user: 'ortiz', role: 'agent', desk: ANA.desk };

/** A desk whose drawer is open with 300.00 USD unless told, and a flight whose seats cost 100.00. */
async function withDrawer({ floats = [{ currency: 'USD', amount: 300_00 }], open = true } = {}) {
  const store = await openTestHub();
  const flight = await store.addFlight({ fixed: true });
  const { hub } = store;
  let rows = 14;
  const on = () => ({ requestId: store.requestId() });
  const command = {
    open: (actor: Actor = ANA) => hub.execute('shift.open', { ...on(), floats }, actor),
    drop: (kind: Input<'shift.drop'>['kind'], amount: number, actor: Actor = ANA, shiftId = 1) =>
      hub.execute('shift.drop', { ...on(), shiftId, kind, currency: 'USD', amount, note: 'slip 0412' }, actor),
    /** Counts so many dollars and cents, most of it in pieces. */
    count: (amount: number, actor: Actor = ANA, shiftId = 1, currency = 'USD') =>
      hub.execute(
        'shift.count',
        {
          ...on(),
          shiftId,
          counts: [{ currency, pieces: [{ value: 100_00, pieces: Math.floor(amount / 100_00) }], loose: amount % 100_00 }],
        },
        actor,
      ),
    close: (count: number, reason = '', actor: Actor = ANA, shiftId = 1) =>
      hub.execute('shift.close', { ...on(), shiftId, count, reason }, actor),
  };
  const ask = {
    now: async (actor: Actor = ANA) => value(await hub.ask('shift.now', {}, actor)),
    sales: async (of: ReportOf, actor: Actor = ANA) => value(await hub.ask('reports.sales', { of }, actor)),
  };
  if (open) value(await command.open());
  return {
    ...store,
    flight,
    command,
    ask,
    /** Sells one seat at a desk, in cash unless told. */
    async sell(actor: Actor = ANA, tender: Confirm['tenders'][number] = { kind: 'cash', amount: 100_00, given: 150_00 }) {
      const hold = value(await store.hold(flight.id, [`${++rows}A`], {}, actor));
      const sold = { ...sale(hold, { tenders: [tender], slipsCompared: true }), approved: [] };
      return value(await hub.change('payments.confirm', sold, actor, store.requestId())) as Output<'bookings.confirm'>;
    },
    async cancel(bookingId: number, actor: Actor = ANA) {
      const { offerId } = value(await hub.execute('bookings.cancelQuote', { ...on(), bookingId }, actor));
      value(await hub.execute('bookings.cancel', { ...on(), bookingId, offerId }, actor));
    },
    sound: () => crossCheck(store.db),
  };
}

const card = (approvalCode: string) => ({ kind: 'card', amount: 100_00, approvalCode, testCard: null }) as const;

describe('a drawer that is counted blind', () => {
  test('tells the cash that must be there only once the count was given in, and closes with Z 1; the next is Z 2', async () => {
    const desk = await withDrawer();
    await desk.sell();
    const refunded = await desk.sell();
    await desk.sell(ANA, card('4711'));
    await desk.cancel(refunded.bookingId);
    value(await desk.command.drop('safe', 150_00));
    value(await desk.command.drop('in', 20_00));
    value(await desk.command.drop('out', 5_00));

    const x = await desk.ask.now();
    expect(x.shift?.hidden).toBe(true);
    expect(x.shift?.cash).toEqual([
      {
        ...{ currency: 'USD', float: 300_00, taken: null, sales: null, back: null, refunds: null },
        ...{ compensated: null, compensations: null, safe: 150_00, paidIn: 20_00, paidOut: 5_00, expected: null },
      },
    ]);
    expect(x.shift?.totals.tenders).toEqual([
      { kind: 'cash', currency: 'USD', documents: null, taken: null, back: null },
      { kind: 'card', currency: 'USD', documents: 1, taken: 100_00, back: 0 },
    ]);
    // Neither a sum that holds cash nor a sale that was paid in cash tells it.
    const hidden = await desk.ask.sales({ kind: 'shift', shiftId: 1 });
    expect(hidden.documents.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['refund', null],
      ['sale', 100_00],
      ['sale', null],
      ['sale', null],
    ]);
    expect(JSON.stringify([hidden.totals.agents, hidden.totals.flights, hidden.totals.documents])).not.toMatch(/000/);

    const counted = value(await desk.command.count(260_12));
    expect(counted.hidden).toBe(false);
    expect(counted.cash).toMatchObject([{ taken: 200_00, sales: 2, back: 100_00, refunds: 1, expected: 265_00 }]);
    expect(counted.counted).toMatchObject({
      number: 1,
      outdated: false,
      currencies: [{ counted: 260_12, expected: 265_00, loose: 60_12, pieces: [{ value: 100_00, pieces: 2 }] }],
    });
    const unexplained = await desk.command.close(1);
    expect(codeOf(unexplained)).toBe('SHIFT_REASON_MISSING');
    expect(unexplained).toMatchObject({ refusal: { message: 'The count differs by 4.88 USD short.' } });
    const z = value(await desk.command.close(1, 'change of 4.88 given as 9.88'));
    expect(z.closed).toMatchObject({ z: 1, user: 'ruiz', desk: 'T1-04', reason: 'change of 4.88 given as 9.88' });
    expect(codeOf(await desk.command.close(1, 'again'))).toBe('SHIFT_CLOSED');

    value(await desk.command.open());
    value(await desk.command.count(300_00, ANA, 2));
    expect(value(await desk.command.close(1, '', ANA, 2)).closed?.z).toBe(2);
    const { shifts } = value(await desk.hub.ask('shift.list', {}, ANA));
    expect(shifts.map(({ closed, differences }) => [closed?.z, differences])).toEqual([
      [2, [{ currency: 'USD', amount: 0 }]],
      [1, [{ currency: 'USD', amount: -4_88 }]],
    ]);
    expect(await desk.sound()).toBeUndefined();
  });

  test('is not told of its cash by a report over a time either, and a setting tells it at any time', async () => {
    const desk = await withDrawer();
    await desk.sell();
    const time: ReportOf = { kind: 'time', from: 1, to: desk.clock.now() + 1, desk: ANA.desk };
    expect(await desk.ask.sales(time)).toMatchObject({ hidden: true, documents: [{ amount: null }] });
    const setting = { requestId: desk.requestId(), name: 'blindCount', value: 'open' } as const;
    value(await desk.hub.execute('settings.set', setting, MERCY));
    expect((await desk.ask.now()).shift).toMatchObject({ hidden: false, cash: [{ expected: 400_00 }] });
    expect(await desk.ask.sales(time)).toMatchObject({ hidden: false, documents: [{ amount: 100_00 }] });
  });

  test('is counted again when cash has moved since, and every count stays', async () => {
    const desk = await withDrawer();
    await desk.sell();
    expect(codeOf(await desk.command.close(1))).toBe('SHIFT_NOT_COUNTED');
    value(await desk.command.count(400_00));
    // A card does not touch the drawer.
    await desk.sell(ANA, card('4711'));
    expect((await desk.ask.now()).shift?.counted?.outdated).toBe(false);
    await desk.sell();
    expect((await desk.ask.now()).shift?.counted?.outdated).toBe(true);
    expect(codeOf(await desk.command.close(1))).toBe('SHIFT_COUNT_OUTDATED');
    value(await desk.command.count(500_00));
    expect(codeOf(await desk.command.close(1))).toBe('SHIFT_NOT_COUNTED');
    const z = value(await desk.command.close(2));
    expect(z).toMatchObject({ counts: 2, cash: [{ expected: 500_00 }], totals: { tenders: [{ kind: 'cash' }, { kind: 'card' }] } });
    expect(await desk.db.query('SELECT number FROM shift_counts').all()).toHaveLength(2);
    expect(await desk.sound()).toBeUndefined();
  });
});

describe('what belongs to a shift', () => {
  test('is the cash of its desk: a refund is paid at the desk that cancels, whoever sold', async () => {
    const desk = await withDrawer();
    value(await desk.command.open(JONAS));
    const sold = await desk.sell(ANA);
    await desk.cancel(sold.bookingId, JONAS);
    await desk.sell(LENA);
    value(await desk.command.count(500_00));
    value(await desk.command.count(200_00, JONAS, 2));
    expect((await desk.ask.now()).shift?.cash).toMatchObject([{ taken: 200_00, back: 0, expected: 500_00 }]);
    expect((await desk.ask.now(JONAS)).shift?.cash).toMatchObject([{ taken: 0, back: 100_00, expected: 200_00 }]);
    expect((await desk.ask.now()).shift?.totals.agents).toEqual([
      { user: 'ortiz', currency: 'USD', documents: 1, taken: 100_00, back: 0 },
      { user: 'ruiz', currency: 'USD', documents: 1, taken: 100_00, back: 0 },
    ]);
  });

  test('stays as the Z told it, whatever happens to its bookings later', async () => {
    const desk = await withDrawer();
    const sold = await desk.sell();
    value(await desk.command.count(400_00));
    const z = value(await desk.command.close(1));
    value(await desk.command.open());
    await desk.cancel(sold.bookingId);
    expect(value(await desk.hub.ask('shift.report', { shiftId: 1 }, ANA))).toEqual(z);
    value(await desk.command.count(200_00, ANA, 2));
    expect((await desk.ask.now()).shift?.cash).toMatchObject([{ taken: 0, back: 100_00, expected: 200_00 }]);
    expect(await desk.sound()).toBeUndefined();
  });

  test('has no refund that was taken back within its minute, and tells it as a void', async () => {
    const desk = await withDrawer();
    const { bookingId } = await desk.sell();
    await desk.cancel(bookingId);
    const { version } = value(await desk.hub.ask('bookings.get', { bookingId }, ANA)).booking;
    value(await desk.hub.execute('bookings.undo', { requestId: desk.requestId(), bookingId, version }, ANA));
    const counted = value(await desk.command.count(400_00));
    expect(counted.cash).toMatchObject([{ taken: 100_00, back: 0, expected: 400_00 }]);
    expect(counted.totals).toMatchObject({ voids: 1, tenders: [{ kind: 'cash', taken: 100_00, back: 0 }] });
    expect(value(await desk.command.close(1)).closed?.z).toBe(1);
    expect(await desk.sound()).toBeUndefined();
  });

  test('is not what was taken while no shift was open, and that is told', async () => {
    const desk = await withDrawer({ open: false });
    await desk.sell();
    expect(await desk.ask.now()).toMatchObject({ shift: null, lastZ: null, floatsIn: [], outside: [] });
    value(await desk.command.open());
    value(await desk.command.count(300_00));
    value(await desk.command.close(1));
    await desk.sell();
    expect(await desk.ask.now()).toMatchObject({ shift: null, lastZ: 1, outside: [{ currency: 'USD', amount: 100_00, documents: 1 }] });
  });

  test('counts money without decimals and with three, each currency by itself; none is forgotten', async () => {
    const floats = [
      { currency: 'JPY', amount: 20_000 },
      { currency: 'KWD', amount: 50_125 },
    ];
    const desk = await withDrawer({ floats });
    expect(await desk.ask.now()).toMatchObject({ floatsIn: ['JPY', 'KWD'] });
    const counts = [
      { currency: 'JPY', pieces: [{ value: 10_000, pieces: 1 }], loose: 9_999 },
      { currency: 'KWD', pieces: [{ value: 20_000, pieces: 2 }], loose: 9_000 },
    ];
    const count = (given: typeof counts) =>
      desk.hub.execute('shift.count', { requestId: desk.requestId(), shiftId: 1, counts: given }, ANA);
    const missing = await count(counts.slice(0, 1));
    expect(missing).toMatchObject({ refusal: { code: 'SHIFT_COUNT_MISSING', message: 'Nothing was counted of KWD.' } });
    value(await count(counts));
    // One yen is as much as needs no reason, 1.125 dinar is more.
    expect(await desk.command.close(1)).toMatchObject({
      refusal: { message: 'The count differs by 1.125 KWD short.', next: 'Say why: above 1.000 KWD a reason is asked for.' },
    });
    expect(value(await desk.command.close(1, 'counted twice')).closed?.z).toBe(1);
    expect(await desk.sound()).toBeUndefined();
  });
});

describe('who may', () => {
  const LATER = 12 * HOUR_MS;
  const cases: readonly [string, Actor, number, 'drop' | 'count' | 'close', string | null][] = [
    ['the owner', ANA, 0, 'drop', null],
    ['another agent at the desk', LENA, 0, 'count', 'SHIFT_OF_OTHER'],
    ['another agent at the desk', LENA, 0, 'close', 'SHIFT_OF_OTHER'],
    ['another agent at the desk, the moment before it is forgotten', LENA, LATER - 1, 'count', 'SHIFT_OF_OTHER'],
    ['the next agent at the desk, once it is forgotten', LENA, LATER, 'count', null],
    ['the next agent at the desk, once it is forgotten', LENA, LATER, 'close', null],
    // Nobody else moves cash in the name of its owner.
    ['the next agent at the desk, once it is forgotten', LENA, LATER, 'drop', 'SHIFT_OF_OTHER'],
    ['an agent elsewhere, once it is forgotten', JONAS, LATER, 'close', 'SHIFT_OF_OTHER'],
    ['a supervisor at another desk', MERCY, 0, 'drop', null],
    ['a supervisor at another desk', MERCY, 0, 'count', null],
    ['a supervisor at another desk', MERCY, 0, 'close', null],
  ];
  test.each(cases)('%s (%j, after %i ms): %s: %s', async (_, actor, after, does, refusal) => {
    const desk = await withDrawer();
    if (does === 'close') value(await desk.command.count(300_00));
    desk.clock.advance(after);
    const reply =
      does === 'drop'
        ? await desk.command.drop('safe', 100, actor)
        : does === 'count'
          ? await desk.command.count(300_00, actor)
          : await desk.command.close(1, '', actor);
    expect(reply.ok ? null : codeOf(reply)).toBe(refusal);
  });

  test('a desk has one open shift, and an agent sees those of the own desk alone', async () => {
    const desk = await withDrawer();
    expect(await desk.command.open(LENA)).toMatchObject({ refusal: { code: 'SHIFT_OPEN', details: { user: 'ruiz' } } });
    value(await desk.command.open(JONAS));
    value(await desk.hub.change('users.add', { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', pinHash: 'x' }, MERCY, desk.requestId()));
    const list = async (actor: Actor, of: Input<'shift.list'> = {}) => desk.hub.ask('shift.list', of, actor);
    expect(value(await list(ANA)).shifts.map((shift) => shift.desk)).toEqual(['T1-04']);
    expect(value(await list(MERCY)).shifts.map((shift) => shift.desk)).toEqual(['T2-11', 'T1-04']);
    // Of Jonas the store knows no display name.
    expect(value(await list(MERCY)).people).toEqual([{ user: 'ruiz', display: 'Ana Ruiz' }]);
    expect(codeOf(await list(ANA, { desk: 'T2-11' }))).toBe('ROLE_REQUIRED');
    expect(codeOf(await desk.hub.ask('shift.report', { shiftId: 2 }, ANA))).toBe('ROLE_REQUIRED');
    expect(codeOf(await desk.hub.ask('reports.sales', { of: { kind: 'shift', shiftId: 2 } }, ANA))).toBe('ROLE_REQUIRED');
    expect(codeOf(await desk.hub.ask('reports.sales', { of: { kind: 'time', from: 1, to: 2 } }, ANA))).toBe('ROLE_REQUIRED');
    for (const unknown of [await desk.command.count(1, ANA, 9), await desk.hub.ask('shift.report', { shiftId: 9 }, ANA)])
      expect(codeOf(unknown)).toBe('SHIFT_UNKNOWN');
  });

  test('a command that is asked again gives the same reply and is done once', async () => {
    const desk = await withDrawer({ open: false });
    const open = { requestId: 'the-same-request', floats: [{ currency: 'USD', amount: 1 }] };
    const first = await desk.hub.execute('shift.open', open, ANA);
    expect(await desk.hub.execute('shift.open', open, ANA)).toEqual(first);
    const drop = { requestId: 'the-same-drop', shiftId: 1, kind: 'safe', currency: 'USD', amount: 1, note: 'x' } as const;
    value(await desk.hub.execute('shift.drop', drop, ANA));
    value(await desk.hub.execute('shift.drop', drop, ANA));
    const count = { requestId: 'the-same-count', shiftId: 1, counts: [{ currency: 'USD', pieces: [], loose: 0 }] };
    expect(await desk.hub.execute('shift.count', count, ANA)).toEqual(await desk.hub.execute('shift.count', count, ANA));
    const close = { requestId: 'the-same-close', shiftId: 1, count: 1, reason: '' };
    expect(await desk.hub.execute('shift.close', close, ANA)).toEqual(await desk.hub.execute('shift.close', close, ANA));
    const rows = await desk.db
      .query(
        'SELECT (SELECT count(*) FROM shifts) AS shifts, (SELECT count(*) FROM shift_moves) AS moves, (SELECT count(*) FROM shift_counts) AS counts',
      )
      .get();
    expect(rows).toEqual({ shifts: 1, moves: 1, counts: 1 });
  });
});

describe('the store', () => {
  test.each([
    ['a Z that was edited', "UPDATE shift_closes SET report = replace(report, '40000', '40001')", /add up|journal says|sales say/],
    ['a Z that is gone', 'DELETE FROM shift_closes', 'a Z is in the journal and nowhere else'],
    ['a move that was edited', 'UPDATE shift_moves SET amount = amount + 1', 'a move of cash at event'],
    ['a count that is gone', 'DELETE FROM shift_counts', 'a count is in the journal and nowhere else'],
    ['another owner', "UPDATE shifts SET user_name = 'weber'", 'the opening of a shift at event'],
    ['cash that was moved to another desk', "UPDATE tenders SET desk = 'T2-11'", 'Z 1 of desk T1-04 says 10000 USD of cash were taken'],
  ])('finds %s', async (_, sql, problem) => {
    const desk = await withDrawer();
    await desk.sell();
    value(await desk.command.drop('in', 1));
    value(await desk.command.drop('out', 1));
    value(await desk.command.count(400_00));
    value(await desk.command.close(1));
    expect(await desk.sound()).toBeUndefined();
    await desk.db.change(sql).run();
    expect(await desk.sound()).toMatch(problem);
  });
});
