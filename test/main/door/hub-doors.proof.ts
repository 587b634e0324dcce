import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSAL_STATUS } from '../../../main/door/refusal-status.ts';
import { isConsoleOnly } from '../../../main/door/system-methods.ts';
import { takesRequestId } from '../../../main/door/with-request-id.ts';
import { type Contract, contract, type MethodName } from '../../../shared/contract.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';
import { DeskConsole } from '../../crash/desk-console.ts';
import { HubProcess } from '../../crash/hub-process.ts';
import { layQuietTraining } from '../../support/quiet-training.ts';
import { value } from '../support/test-hub.ts';
import { EXAMPLES } from '../transport/examples.ts';
import { describedAnswers } from './support/contract-check.ts';

/** What the built hub answers by itself, beside its engine: conformance.test.ts compares the rest, and has no hub of its own for these. */
const OF_HUB = METHOD_NAMES.filter((name) => contract[name].kind === 'hub' && !isConsoleOnly(name));

/** What these tell goes on by itself: a backup that one hub still makes is made already in the other. */
const PASSING: ReadonlySet<MethodName> = new Set(['backups.status', 'backups.list', 'whatIf.status', 'health.figures']);

const described = await describedAnswers();

/** A hub as it is built, with a supervisor at a console and a system that may do what a supervisor may. */
async function openHub() {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-hub-doors-'));
  layQuietTraining(folder);
  const hub = new HubProcess(folder);
  const address = await hub.ready;
  const console = await DeskConsole.signIn(address, 'osei', 'T1-01', { sent() {}, answered() {}, heard() {} });
  const rights = { calls: 'supervises', feeds: false, callsPerSecond: 200 } as const;
  const { code } = value(await console.call('desks.offer', { desk: 'OPS-1', kind: 'system', rights }));
  const paired = value(await console.call('desks.pair', { code, system: true }));
  const key = `${paired.id}.${'secret' in paired ? paired.secret : ''}`;
  async function ask(method: MethodName, input: Record<string, unknown>) {
    const { requestId, ...rest } = input;
    const response = await fetch(`${address}/v1/${method}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${key}`,
        ...(takesRequestId(method) ? { 'Idempotency-Key': String(requestId) } : {}),
      },
      body: JSON.stringify(takesRequestId(method) ? rest : input),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  // A hub tells when it has last heard of a system. So each has heard of its own.
  expect((await ask('flights.places', { text: 'JFK' })).status).toBe(200);
  return {
    console,
    ask,
    async close() {
      await hub.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The names of an answer's parts, and of those of its first rows. What they hold has times and numbers of each hub. */
function shapeOf(answer: unknown, deep = true): unknown {
  if (!deep) return Object.keys(answer as object);
  if (Array.isArray(answer)) return answer.length === 0 ? [] : [shapeOf(answer[0])];
  if (typeof answer !== 'object' || answer === null) return answer === null ? null : typeof answer;
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, shapeOf(part)]));
}

describe('what the hub answers beside its engine', () => {
  const hubs: Awaited<ReturnType<typeof openHub>>[] = [];
  beforeAll(async () => {
    hubs.push(await openHub(), await openHub());
  });
  afterAll(async () => {
    for (const hub of hubs) await hub.close();
  });

  it.each(OF_HUB)('%s is answered the same over the socket of one hub and over HTTP of another, and as it is described', async (method) => {
    const [bySocket, byHttp] = hubs;
    if (!bySocket || !byHttp) throw new Error('two hubs are open');
    for (const [at, example] of EXAMPLES[method].entries()) {
      const input = { ...example, ...('requestId' in example ? { requestId: `doors-${at}-${method.replace('.', '-')}` } : {}) };
      const reply = await bySocket.console.call(method, input as never);
      const { status, body } = await byHttp.ask(method, input);
      expect(described(method, status, body)).toBeUndefined();
      if (reply.ok) expect([status, shapeOf(body, !PASSING.has(method))]).toEqual([200, shapeOf(reply.value, !PASSING.has(method))]);
      else expect([status, body.code]).toEqual([REFUSAL_STATUS[reply.refusal.code], reply.refusal.code]);
    }
  });

  it('finds every such method of the contract', () => {
    expect(OF_HUB.length).toBeGreaterThan(30);
    expect(OF_HUB.filter((name: keyof Contract) => EXAMPLES[name].length === 0)).toEqual([]);
  });
});
