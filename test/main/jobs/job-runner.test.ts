import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { backOffMs } from '../../../main/jobs/back-off.ts';
import { JobRunner } from '../../../main/jobs/job-runner.ts';
import { paymentJobs } from '../../../main/payment/payment-jobs.ts';
import type { Terminal } from '../../../main/payment/terminal.ts';
import {
  JOB_DRAIN_MS_MAX,
  JOB_LOOK_MS_MAX,
  JOB_RETRY_MS_MAX,
  JOB_RETRY_MS_MIN,
  JOB_TRIES_MAX,
  JOB_WAIT_MS_MAX,
  RETURN_ANSWER_MS_MAX,
} from '../../../shared/bounds.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { HandTerminal } from '../payment/hand-terminal.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** A hub whose booking 1 owes a card 100.00, not started to be given back. */
async function withReversalDue(terminal: Terminal | null = new HandTerminal()) {
  const till = await openTestHub();
  const held = value(await till.hold((await till.addFlight()).id, ['15A']));
  const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const];
  const more = { ...sale(held, { tenders }), terminal: true, charges: [{ reference: 'the-charge', amount: held.total }] };
  value(await till.hub.change('payments.begin', more, ANA, till.requestId()));
  const charges = [{ reference: 'the-charge', approvalCode: '071642', mayBeCharged: true }];
  value(
    await till.hub.change('payments.fail', { bookingId: held.bookingId, reason: 'no funds', charges, final: true }, ANA, till.requestId()),
  );
  const timer = new FakeTimer(till.clock);
  let tried = 0;
  const doneAfter: number[] = [];
  const runner = () =>
    new JobRunner({
      ...{ hub: till.hub, work: paymentJobs(terminal ?? undefined), timer, random: () => 0.5, tried: () => tried++ },
      done: (ms) => doneAfter.push(ms),
    });
  return {
    ...till,
    held,
    timer,
    runner,
    tried: () => tried,
    doneAfter,
    job: () => till.db.query<{ state: string; tries: number; not_before: number }>('SELECT state, tries, not_before FROM jobs').get(),
    payment: () => till.db.query<{ state: string; reason: string }>('SELECT state, reason FROM payments').get(),
    list: async () => value(await till.hub.ask('jobs.list', {}, MERCY)),
    events: async () => (await till.db.query<{ type: string }>('SELECT type FROM journal ORDER BY event').all()).map(({ type }) => type),
    async pass(ms: number) {
      timer.pass(ms);
      await eventLoopTurns();
    },
    tryAgain: () => till.hub.execute('jobs.tryAgain', { requestId: till.requestId(), jobId: 1 }, MERCY),
  };
}

describe('a job', () => {
  test('is written down with what asks for it, and done at the start of whoever runs it', async () => {
    const terminal = new HandTerminal();
    const till = await withReversalDue(terminal);
    expect(await till.job()).toMatchObject({ state: 'WAITING', tries: 0 });
    expect(await till.list()).toMatchObject({
      jobs: [
        { kind: 'reversal', standing: 'waits', locator: till.held.locator, amount: 100_00, approvalCode: '071642', reason: 'no funds' },
      ],
      due: [{ kind: 'reversal', currency: 'USD', amount: 100_00, count: 1, dead: 0 }],
    });
    till.runner().start();
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-charge']);
    expect(await till.job()).toMatchObject({ state: 'DONE', tries: 1 });
    expect(await till.payment()).toEqual({ state: 'REVERSED', reason: 'no funds' });
    expect(await till.list()).toMatchObject({ jobs: [], due: [], doneLastDay: 1 });
    expect((await till.events()).slice(-3)).toEqual(['payment.failed', 'payment.reversalDue', 'payment.reversed']);
    expect(till.tried()).toBe(1);
  });

  test('is not written down when the command that asks for it is undone', async () => {
    const till = await withReversalDue();
    await till.db.change("UPDATE payments SET state = 'PENDING'").run();
    const charges = [{ reference: 'the-charge', approvalCode: null, mayBeCharged: true }];
    const again = await till.hub.change(
      'payments.fail',
      { bookingId: till.held.bookingId, reason: 'no', charges, final: true },
      SYSTEM,
      null,
    );
    expect(codeOf(again), 'a second reversal of one charge is never written down').toBe('NOT_DONE');
    expect(await till.payment()).toMatchObject({ state: 'PENDING' });
    expect(await till.db.query('SELECT id FROM jobs').all()).toHaveLength(1);
  });

  test('that fails is tried again, later each time, and the list tells what came of each try', async () => {
    const terminal = new HandTerminal();
    terminal.returns.push({ kind: 'refused', reason: 'the bank is closed', lasting: false }, 'broken', 'silent');
    const till = await withReversalDue(terminal);
    till.runner().start();
    await eventLoopTurns();
    expect(terminal.reversed).toHaveLength(1);
    await till.pass(JOB_RETRY_MS_MIN - 1);
    expect(terminal.reversed, 'not before its time').toHaveLength(1);
    await till.pass(1);
    expect(terminal.reversed).toHaveLength(2);
    await till.pass(2 * JOB_RETRY_MS_MIN);
    expect(terminal.reversed).toHaveLength(3);
    await till.pass(RETURN_ANSWER_MS_MAX);
    const { jobs } = await till.list();
    expect(jobs[0]).toMatchObject({ standing: 'failed', nextAt: till.clock.now() + 4 * JOB_RETRY_MS_MIN });
    expect(jobs[0]?.tries.map(({ answer }) => answer)).toEqual(['the bank is closed', 'the terminal broke off', 'no answer within 30 s']);
    await till.pass(4 * JOB_RETRY_MS_MIN);
    expect(await till.job()).toMatchObject({ state: 'DONE', tries: 4 });
    expect((await till.events()).filter((type) => type === 'payment.reversed')).toHaveLength(1);
  });

  test(`is a dead letter after ${JOB_TRIES_MAX} tries, and is tried no more until a supervisor says so`, async () => {
    const terminal = new HandTerminal();
    terminal.returns.push(
      ...Array.from({ length: JOB_TRIES_MAX + 1 }, () => ({ kind: 'refused', reason: 'closed', lasting: false }) as const),
    );
    const till = await withReversalDue(terminal);
    till.runner().start();
    await eventLoopTurns();
    for (let left = JOB_TRIES_MAX; left > 0; left--) await till.pass(JOB_RETRY_MS_MAX);
    expect(terminal.reversed).toHaveLength(JOB_TRIES_MAX);
    expect((await till.list()).jobs[0]).toMatchObject({ standing: 'dead', nextAt: null });
    expect((await till.events()).at(-1)).toBe('payment.stuck');
    await till.pass(10 * JOB_RETRY_MS_MAX);
    expect(terminal.reversed).toHaveLength(JOB_TRIES_MAX);
    expect(codeOf(await till.tryAgain())).toBe('ok');
    await eventLoopTurns();
    expect(terminal.reversed, 'one more try, at once').toHaveLength(JOB_TRIES_MAX + 1);
    expect((await till.list()).jobs[0], 'and a dead letter again').toMatchObject({ standing: 'dead' });
    expect(codeOf(await till.tryAgain())).toBe('ok');
    await eventLoopTurns();
    expect(await till.payment()).toMatchObject({ state: 'REVERSED' });
    expect(codeOf(await till.tryAgain()), 'what is done is not done again').toBe('JOB_DONE');
  });

  test('of which the terminal says that it will stay so is a dead letter at once', async () => {
    const terminal = new HandTerminal();
    terminal.returns.push({ kind: 'refused', reason: 'the card is closed', lasting: true });
    const till = await withReversalDue(terminal);
    till.runner().start();
    await eventLoopTurns();
    expect((await till.list()).jobs[0]).toMatchObject({ standing: 'dead', tries: [{ answer: 'the card is closed' }] });
    expect((await till.list()).due).toMatchObject([{ amount: 100_00, count: 1, dead: 1 }]);
  });

  test('fails where no terminal is connected, and is not lost', async () => {
    const till = await withReversalDue(null);
    till.runner().start();
    await eventLoopTurns();
    expect((await till.list()).jobs[0]).toMatchObject({
      standing: 'failed',
      tries: [{ answer: 'no card terminal is connected to this hub' }],
    });
  });
});

describe('how long after it was due a job is done', () => {
  test('is told with the waits between its tries', async () => {
    const terminal = new HandTerminal();
    terminal.returns.push({ kind: 'refused', reason: 'the bank is closed', lasting: false });
    const till = await withReversalDue(terminal);
    till.clock.advance(3 * MINUTE_MS);
    till.runner().start();
    await eventLoopTurns();
    expect(till.doneAfter, 'a try that failed tells nothing').toEqual([]);
    await till.pass(JOB_RETRY_MS_MIN);
    expect(till.doneAfter).toEqual([3 * MINUTE_MS + JOB_RETRY_MS_MIN]);
  });

  test('begins when it may be tried, where it was to be done later', async () => {
    const till = await withReversalDue();
    await till.db.change('UPDATE jobs SET not_before = not_before + ?').run(5 * MINUTE_MS);
    till.runner().start();
    await eventLoopTurns();
    await till.pass(5 * MINUTE_MS);
    expect(till.doneAfter).toEqual([0]);
  });
});

describe('what may be lost on the way', () => {
  test('a result that is told twice counts once', async () => {
    const till = await withReversalDue();
    const failed = { jobId: 1, triesBefore: 0, done: false, answer: 'closed', lasting: false, retryAfterMs: 1_000 };
    expect(value(await till.hub.change('jobs.record', failed, SYSTEM, null))).toEqual({ recorded: true });
    expect(value(await till.hub.change('jobs.record', failed, SYSTEM, null))).toEqual({ recorded: false });
    expect(await till.job()).toMatchObject({ tries: 1 });
    const done = { ...failed, triesBefore: 1, done: true, answer: 'done' };
    expect(value(await till.hub.change('jobs.record', done, SYSTEM, null))).toEqual({ recorded: true });
    expect(value(await till.hub.change('jobs.record', { ...done, triesBefore: 2 }, SYSTEM, null))).toEqual({ recorded: false });
    expect((await till.events()).filter((type) => type === 'payment.reversed')).toHaveLength(1);
  });

  test('a store that cannot keep the result: it is stored later, and the terminal is not asked again', async () => {
    const terminal = new HandTerminal();
    const till = await withReversalDue(terminal);
    await till.db.script('PRAGMA query_only = 1');
    till.runner().start();
    await eventLoopTurns();
    expect(terminal.reversed).toHaveLength(1);
    await till.pass(JOB_LOOK_MS_MAX);
    await till.db.script('PRAGMA query_only = 0');
    await till.pass(JOB_LOOK_MS_MAX);
    expect(await till.payment()).toMatchObject({ state: 'REVERSED' });
    expect(terminal.reversed).toHaveLength(1);
  });

  test('a job that a crash left waiting for a day, because its try was dated by a clock that stood ahead, is tried at once', async () => {
    const terminal = new HandTerminal();
    const till = await withReversalDue(terminal);
    const waits = (ms: number) => till.db.change('UPDATE jobs SET not_before = ?').run(till.clock.now() + ms);
    await waits(JOB_WAIT_MS_MAX);
    till.runner().start();
    await eventLoopTurns();
    expect(terminal.reversed, 'the longest wait that there is').toHaveLength(0);
    await waits(DAY_MS);
    await till.pass(JOB_LOOK_MS_MAX);
    expect(terminal.reversed).toHaveLength(1);
    expect(await till.payment()).toMatchObject({ state: 'REVERSED' });
  });

  test('a job that nobody was told of is found within a minute', async () => {
    const terminal = new HandTerminal();
    const till = await withReversalDue(terminal);
    await till.db.change('UPDATE jobs SET not_before = ?').run(till.clock.now() + 10 * MINUTE_MS);
    till.runner().start();
    await eventLoopTurns();
    await till.db.change('UPDATE jobs SET not_before = 0').run();
    await till.pass(JOB_LOOK_MS_MAX);
    expect(terminal.reversed).toHaveLength(1);
  });
});

describe('at quit', () => {
  test('a job that is being tried is finished', async () => {
    let done = () => {};
    const slow: Terminal = Object.assign(new HandTerminal(), {
      reverse: () => new Promise<{ kind: 'done' }>((answer) => (done = () => answer({ kind: 'done' }))),
    });
    const till = await withReversalDue(slow);
    const runner = till.runner();
    runner.start();
    await eventLoopTurns();
    till.hub.refuseNew();
    const closed = runner.close();
    await eventLoopTurns();
    done();
    await closed;
    expect(await till.payment()).toMatchObject({ state: 'REVERSED' });
  });

  test('a job that does not end is left for the next start after a bounded wait', async () => {
    const terminal = new HandTerminal();
    terminal.returns.push('silent');
    const till = await withReversalDue(terminal);
    const runner = till.runner();
    runner.start();
    await eventLoopTurns();
    till.hub.refuseNew();
    const closed = runner.close();
    await eventLoopTurns();
    till.timer.pass(JOB_DRAIN_MS_MAX);
    await closed;
    expect(await till.job()).toMatchObject({ state: 'WAITING', tries: 0 });
    expect(till.timer.waiting, 'nothing rings any more').toBe(0);
    till.runner().start();
    await eventLoopTurns();
    expect(terminal.reversed).toHaveLength(2);
  });
});

test.each<[tries: number, random: number, ms: number]>([
  [1, 0.5, 10_000],
  [1, 0, 7_500],
  [1, 1, 12_500],
  [2, 0.5, 20_000],
  [9, 0.5, 2_560_000],
  [10, 0.5, JOB_RETRY_MS_MAX], // from here on no longer
  [24, 0.5, JOB_RETRY_MS_MAX],
])('after %i tries and with %f drawn, %i ms are waited', (tries, random, ms) => {
  expect(backOffMs(tries, random)).toBe(ms);
});
