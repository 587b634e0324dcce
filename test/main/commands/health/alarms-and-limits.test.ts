import { beforeEach, describe, expect, it } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../../shared/contract.ts';
import { DAY_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { MERCY, openTestHub, type TestHub, value } from '../../support/test-hub.ts';

let test: TestHub;
beforeEach(async () => {
  test = await openTestHub();
});
const kept = async () => value(await test.hub.look('health.kept', {}));
const acknowledge = (more: Partial<Input<'health.acknowledge'>> = {}) =>
  test.hub.execute(
    'health.acknowledge',
    { requestId: test.requestId(), figure: 'backup', until: test.clock.now() + MINUTE_MS, note: 'the disk is changed', ...more },
    MERCY,
  );
const setLimit = (limit: number | null) =>
  test.hub.execute('health.setLimit', { requestId: test.requestId(), figure: 'store', limit }, MERCY);

describe('an alarm', () => {
  it('is acknowledged with a note, and the newest acknowledgement of a figure counts', async () => {
    const until = test.clock.now() + 2 * MINUTE_MS;
    value(await acknowledge());
    expect(value(await acknowledge({ until, note: 'later' }))).toEqual({ figure: 'backup', until });
    value(await acknowledge({ figure: 'store' }));
    const { limits, acknowledged } = await kept();
    expect(limits).toEqual({});
    expect(Object.keys(acknowledged)).toEqual(['backup', 'store']);
    expect(acknowledged.backup).toEqual({ by: MERCY.user, at: test.clock.now(), until, note: 'later' });
  });

  it.each([
    ['in the past', () => -MINUTE_MS],
    ['in less than a minute', () => MINUTE_MS - 1],
    ['in more than a week', () => 7 * DAY_MS + 1],
  ])('is not silenced until %s, and nothing is changed', async (_, after) => {
    expect(await acknowledge({ until: test.clock.now() + after() })).toMatchObject({
      refusal: { code: 'ALARM_UNTIL_WRONG', details: { days: 7 } },
    });
    expect((await kept()).acknowledged).toEqual({});
  });

  it('is told in the journal without its note, because a person types it', async () => {
    value(await acknowledge({ note: 'Petrov called' }));
    const { data } = (await test.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'alarm.acknowledged'").get()) ?? {};
    expect(JSON.parse(data ?? '')).toEqual({ figure: 'backup', until: test.clock.now() + MINUTE_MS });
  });
});

describe('a limit', () => {
  it('is set, set again and taken back; the reply tells what it was', async () => {
    expect(value(await setLimit(250))).toEqual({ figure: 'store', before: null, limit: 250 });
    expect(value(await setLimit(300))).toEqual({ figure: 'store', before: 250, limit: 300 });
    expect((await kept()).limits).toEqual({ store: 300 });
    expect(value(await setLimit(null))).toEqual({ figure: 'store', before: 300, limit: null });
    expect((await kept()).limits).toEqual({});
  });

  it.each([0, 60_001])('of %d is out of its range', async (limit) => {
    expect(await setLimit(limit)).toMatchObject({
      refusal: { code: 'LIMIT_OUT_OF_RANGE', message: 'The limit of “Store, slowest write” must be between 1 ms and 1 min.' },
    });
  });
});

it('the check of the store finds what does not fit the journal', async () => {
  value(await setLimit(250));
  value(await acknowledge());
  expect(await crossCheck(test.db)).toBeUndefined();
  for (const wrong of [
    { limits: {}, acknowledged: (await kept()).acknowledged },
    { limits: { store: 250 }, acknowledged: {} },
  ]) {
    await test.db.change("UPDATE settings SET value = ? WHERE key = 'health'").run(JSON.stringify(wrong));
    expect(await crossCheck(test.db)).toMatch(/the (limit of store|alarm of backup) is not as the journal says/);
  }
});
