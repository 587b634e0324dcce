import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

/** Three charges that are reversed: the first is done, the second failed once, the third was not tried. */
async function afterSomeJobs() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  for (const jobId of [1, 2, 3]) {
    const held = value(await store.hold(flight.id, [`2${jobId}A`]));
    const reference = `charge-${jobId}`;
    const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const];
    const paid = { ...sale(held, { tenders: [...tenders] }), terminal: true, charges: [{ reference, amount: held.total }] };
    value(await store.hub.change('payments.begin', paid, ANA, store.requestId()));
    const charges = [{ reference, approvalCode: null, mayBeCharged: true }];
    value(
      await store.hub.change(
        'payments.fail',
        { bookingId: held.bookingId, reason: 'no answer', charges, final: true },
        ANA,
        store.requestId(),
      ),
    );
    const tried = { jobId, triesBefore: 0, done: jobId === 1, answer: 'closed', lasting: false, retryAfterMs: 10_000 };
    if (jobId < 3) value(await store.hub.change('jobs.record', tried, SYSTEM, null));
  }
  return store;
}

describe('jobs that no longer say the same as their payments', () => {
  test('are not found in a store that was only worked on', async () => {
    expect(await crossCheck((await afterSomeJobs()).db)).toBeUndefined();
  });

  test.each([
    ['a job that is done again', "UPDATE jobs SET state = 'WAITING' WHERE id = 1", 'the reversal of payment charge-1 is WAITING'],
    ['a job that was never done', "UPDATE jobs SET state = 'DONE' WHERE id = 2", 'the reversal of payment charge-2 is DONE'],
    ['a job that went', 'DELETE FROM jobs WHERE id = 1', 'job 1 is gone'],
    ['the newest job went', 'DELETE FROM jobs WHERE id = 3', 'payment charge-3 is due back, and no job gives it back'],
    ['a job of another booking', 'UPDATE jobs SET booking_id = 1 WHERE id = 2', 'job 2 is about booking 1, its payment about 2'],
    ['a payment that went', "DELETE FROM payments WHERE reference = 'charge-2'", 'job 2 is about booking 2, its payment about none'],
    ['a try that went', 'DELETE FROM job_tries WHERE job_id = 2', 'job 2 was tried 1 times, and 0 tries are told'],
    ['a try that is not counted', 'UPDATE jobs SET tries = 0 WHERE id = 2', 'job 2 was tried 0 times, and 1 tries are told'],
    ['a try of nobody', "INSERT INTO job_tries VALUES (9, 1, 1, '')", 'job 9 is gone, and its tries are not'],
    [
      'a charge of a hold that ended stands taken',
      "INSERT INTO payments (reference, booking_id, amount, currency, state, at) VALUES ('charge-9', 1, 100, 'USD', 'TAKEN', 1)",
      'payment charge-9 stands taken, and no hold waits for another tender',
    ],
    ['a payment of another day', "UPDATE payments SET state = 'REVERSAL_DUE' WHERE reference = 'charge-1'", 'charges were reversed'],
  ])('%s', async (_what, damage, problem) => {
    const store = await afterSomeJobs();
    await store.db.change(damage).run();
    expect(await crossCheck(store.db)).toContain(problem);
  });
});
