import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

/** One sale that was told by push: the hold, and behind it the sale. The first was tried once. */
async function afterSomeMessages() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const webhook = { address: 'https://example.com/', sms: false, push: true };
  value(await store.hub.change('messages.configure', { mail: null, webhook }, MERCY, store.requestId()));
  const hold = value(await store.hold(flight.id, ['20A']));
  value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()));
  const tried = { messageId: 1, triesBefore: 0, done: false, answer: 'closed', lasting: false, retryAfterMs: 10_000 };
  value(await store.hub.change('messages.record', tried, SYSTEM, null));
  return store;
}

describe('messages that no longer say the same as the journal', () => {
  test('are not found in a store that was only worked on', async () => {
    expect(await crossCheck((await afterSomeMessages()).db)).toBeUndefined();
  });

  test.each([
    ['a message that went', 'DELETE FROM messages WHERE id = 1', 'messages of booking 1 have their turn by push'],
    ['a message of another booking', 'UPDATE messages SET booking_id = 2 WHERE id = 2', 'message 2 is about booking 2, and event'],
    ['a message of another event', "UPDATE messages SET kind = 'cancelled' WHERE id = 2", 'message 2 is cancelled, and event'],
    ['a try that went', 'DELETE FROM message_tries', 'message 1 was tried 1 times, and 0 tries are told'],
    ['a try of nobody', "INSERT INTO message_tries VALUES (9, 1, 1, '')", 'message 9 is gone, and its tries are not'],
    [
      'a message that never went out',
      "UPDATE messages SET state = 'SENT', ended_at = 1 WHERE id = 1",
      '1 messages were sent, the journal says 0',
    ],
    ['two that have their turn', "UPDATE messages SET state = 'WAITING'", '2 messages of booking 1 have their turn by push'],
    ['a message that ended and waits', 'UPDATE messages SET ended_at = 1 WHERE id = 2', 'message 2 is BEHIND, and has ended'],
  ])('%s', async (_what, damage, problem) => {
    const store = await afterSomeMessages();
    await store.db.change(damage).run();
    expect(await crossCheck(store.db)).toContain(problem);
  });
});
