import { beforeEach, describe, expect, it } from 'vitest';
import { CallLog } from '../../../main/health/call-log.ts';
import type { Connection } from '../../../main/hub/connection.ts';
import type { CallHeard } from '../../../main/hub/heard.ts';
import { Session } from '../../../main/sessions/session.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { contract, type MethodName } from '../../../shared/contract.ts';
import { refuse } from '../../../shared/refusals.ts';
import { deskAt, HERE, seatAt } from '../support/here.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { EXAMPLES } from '../transport/examples.ts';

let log: KeptLog;
let now = 0;
let calls: CallLog;
beforeEach(() => {
  log = new KeptLog();
  now = 0;
  calls = new CallLog(log, () => now);
});
const call = (more: Partial<CallHeard> = {}): CallHeard => ({
  ...{ method: 'holds.place', ms: 20, refused: undefined, requestId: () => 'request-0001', reference: undefined },
  ...more,
});

describe('the log of calls', () => {
  it.each([
    ['a quick call', {}, []],
    ['a refusal that is the business of the agent', { refused: 'SEAT_HELD' }, []],
    ['a slow call', { ms: 1_234.5 }, ['holds.place was slow. {"method":"holds.place","requestId":"request-0001","ms":1235}']],
    ['a sale, which waits for a card', { method: 'bookings.confirm', ms: 40_000 }, []],
    [
      'what went wrong',
      { refused: 'NOT_DONE', reference: 'E17-1' },
      ['holds.place was not done. {"method":"holds.place","requestId":"request-0001","reference":"E17-1","refused":"NOT_DONE","ms":20}'],
    ],
    [
      'a sale that the store could not keep',
      { method: 'bookings.confirm', refused: 'STORE_FULL', requestId: () => undefined },
      ['bookings.confirm was not done. {"method":"bookings.confirm","refused":"STORE_FULL","ms":20}'],
    ],
  ] as const)('%s', (_, more, lines) => {
    calls.heard(call(more));
    expect(log.lines).toEqual(lines);
  });

  it('writes at most sixty lines a minute, and says how many it left out', () => {
    for (let n = 0; n < 200; n++) calls.heard(call({ ms: 2_000 }));
    expect(log.lines).toHaveLength(60);
    now += 60_000;
    calls.heard(call({ ms: 2_000 }));
    expect(log.lines).toHaveLength(61);
    expect(log.lines[60]).toContain('"leftOut":140');
    calls.heard(call({ ms: 2_000 }));
    expect(log.lines[61]).not.toContain('leftOut');
  });
});

describe('a busy run in which everything goes wrong', () => {
  it('leaves request ids and references in the log, and nothing that was sent', async () => {
    const hub = new SmallHub();
    const broken = refuse('NOT_DONE', { reference: 'E17-1' });
    hub.executeJson = async () => JSON.stringify(broken) as never;
    hub.askJson = () => Promise.reject(new Error('SECRET of the question'));
    const dispatcher = createDispatcher({ hub, methods: hub.methods(), log, heard: (each) => calls.heard(each) });
    const connection: Connection = { ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify() {} };
    new Session({ user: 'agent', display: 'A. Agent', role: 'supervisor', desk: 'T1-04', token: 'token' }, hub.now()).attach(connection);
    const names = (Object.keys(contract) as MethodName[]).filter((name) => contract[name].kind !== 'hub');
    for (const name of names) {
      now += 60_000;
      for (const example of EXAMPLES[name]) await dispatcher.call(connection, name, example);
    }
    const text = log.lines.join('\n');
    expect(text).toContain('holds.place was not done. {"method":"holds.place","requestId":"request-0001","reference":"E17-1"');
    for (const found of ['SECRET', 'Petrov', 'PETROV', 'A. Agent', 'surname', 'passengers', '4711', 'input'])
      expect(text).not.toContain(found);
    // Nothing but these words is in any line of the log of calls.
    const lines = log.lines.filter((line) => line.includes('was not done. '));
    for (const line of lines) {
      const fields = Object.keys(JSON.parse(line.slice(line.indexOf('{'))) as object);
      expect(['method', 'requestId', 'reference', 'refused', 'ms', 'leftOut']).toEqual(expect.arrayContaining(fields));
    }
    expect(lines.length).toBeGreaterThan(50);
  });

  it('leaves out a request id that is none', async () => {
    const hub = new SmallHub();
    const heard: (string | undefined)[] = [];
    const dispatcher = createDispatcher({ hub, methods: hub.methods(), log, heard: (each) => heard.push(each.requestId()) });
    const connection: Connection = { ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify() {} };
    for (const requestId of ['request-0001', 'Petrov Elena', '', 7, null, 'x'.repeat(65)])
      await dispatcher.call(connection, 'session.signIn', { requestId, user: 'agent', pin: '4711' });
    await dispatcher.call(connection, 'session.state', null);
    expect(heard).toEqual(['request-0001', undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});
