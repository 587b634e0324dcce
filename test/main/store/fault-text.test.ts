import { expect, test } from 'vitest';
import { faultText } from '../../../main/store/fault-text.ts';
import { storeError } from '../../../main/store/sqlite.ts';
import { ANA, openTestHub, value } from '../support/test-hub.ts';

const NAME = 'LUCIANO';

test.each([
  ['a word out of place', `{"surname":"PETROV","given":x"${NAME}"}`],
  ['no end', `{"contact":"${NAME}`],
  ['nothing but the word', NAME],
])('a text that is no JSON, with %s, is not quoted in a fault (the log held the name of a damaged row)', (_, text) => {
  const thrown = (): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      return error;
    }
  };
  for (const said of [faultText(thrown()), storeError(thrown()).message]) {
    expect(said).not.toContain('LUC');
    expect(said).toContain('a stored text cannot be read at thrown');
  }
});

test('other faults say what they are', () => {
  expect(faultText(new TypeError('x is not a function'))).toBe('TypeError: x is not a function');
  expect(faultText({ contact: NAME })).toBe('a thrown object');
});

test('a damaged draft is told of without the name in it', async () => {
  const store = await openTestHub();
  const { bookingId } = value(await store.hold((await store.addFlight()).id, ['20A']));
  await store.db
    .change("INSERT INTO hold_drafts (booking_id, desk, user_name, saved_at, draft) VALUES (?, 'T1-04', 'ruiz', 1, ?)")
    .run(bookingId, `{"passengers":[{"surname":x"${NAME}"}]}`);
  const reply = await store.hub.ask('bookings.get', { bookingId }, ANA).catch((error: unknown) => error);
  expect(reply).not.toMatchObject({ ok: true });
  expect([JSON.stringify(reply), ...store.reports].join()).not.toContain('LUC');
  expect(faultText(reply)).toContain('SyntaxError: a stored text cannot be read');
});
