import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSAL_STATUS } from '../../../main/door/refusal-status.ts';
import { isConsoleOnly, mayNotCall } from '../../../main/door/system-methods.ts';
import { takesRequestId } from '../../../main/door/with-request-id.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
import { contract, type MethodName } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';
import type { Reply } from '../../../shared/refusals.ts';
import { goodInput, methodName } from '../../fuzz/good-calls.ts';
import { mutated } from '../../fuzz/mutate.ts';
import { FUZZ_SEED } from '../../fuzz/seed.ts';
import { EXAMPLES } from '../transport/examples.ts';
import { describedAnswers } from './support/contract-check.ts';
import { type Answered, KEYS } from './support/door-client.ts';
import { openTwoDoors, type TwoDoors } from './support/two-doors.ts';

/** The same calls over a socket and over HTTP, to two hubs with the same store and time: what is answered must be the same. */

const described = await describedAnswers();
const OPEN = METHOD_NAMES.filter((name) => !isConsoleOnly(name));

/** Numbers that are drawn anew in each hub, such as that of an import. */
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null).replace(UUID, 'drawn'));

/** What a system would send: the request id as a header. Undefined when there is none that a header can carry. */
function sent(method: MethodName, input: unknown): { readonly key: string | undefined; readonly body: unknown } {
  if (!takesRequestId(method) || typeof input !== 'object' || input === null || Array.isArray(input))
    return { key: 'request-0000', body: input };
  const { requestId, ...body } = input as { requestId?: unknown };
  const known = contract['holds.extend'].input.shape.requestId.safeParse(requestId);
  return { key: known.success ? known.data : undefined, body };
}

function problemWith(method: MethodName, reply: Reply<unknown>, { status, body }: Answered): string | undefined {
  const told = described(method, status, body);
  if (told !== undefined) return told;
  if (reply.ok) {
    expect([status, plain(body)]).toEqual([200, plain(reply.value)]);
    return undefined;
  }
  const { code, message, next, details } = reply.refusal;
  expect(plain(body)).toMatchObject({ status, code, detail: message, next, details: plain(details) as object });
  expect(status).toBe(REFUSAL_STATUS[code]);
  return undefined;
}

/** JSON knows no undefined. What it cannot carry at all, no system sends. */
function asItTravels(input: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(input) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

interface Call {
  readonly as: 'agent' | 'supervisor';
  readonly method: MethodName;
  readonly input: unknown;
}

async function compare(doors: TwoDoors, { as, method, input }: Call): Promise<void> {
  const travels = asItTravels(input);
  const { key, body } = sent(method, travels);
  if (isConsoleOnly(method)) {
    expect(await doors.http(as, method, body, key)).toMatchObject({ status: 403, body: { code: 'CONSOLE_ONLY' } });
  } else if (mayNotCall(method, KEYS[as].rights)) {
    expect(await doors.http(as, method, body, key)).toMatchObject({ status: 403, body: { code: 'SYSTEM_MAY_NOT' } });
  } else if (key === undefined) {
    const refused = { code: 'INPUT_INVALID', detail: 'Idempotency-Key: is missing.' };
    expect(await doors.http(as, method, body, key)).toMatchObject({ status: 400, body: refused });
  } else {
    const [reply, answered] = await doors.ask(as, method, travels, body, key);
    expect(problemWith(method, reply, answered)).toBeUndefined();
  }
}

describe('every method', () => {
  let doors: TwoDoors;
  beforeAll(async () => {
    doors = await openTwoDoors();
  });
  afterAll(() => doors.close());

  it.each(OPEN)('%s is answered the same over the socket and over HTTP, and as it is described', async (method) => {
    if (!doors.answers(method)) return expect(contract[method].kind).toBe('hub');
    const random = seededRandom(method.length);
    for (const as of ['agent', 'supervisor'] as const) {
      for (const [at, example] of EXAMPLES[method].entries()) {
        const requestId = `request-${as}-${at}-${method.replace('.', '-')}`;
        await compare(doors, { as, method, input: 'requestId' in example ? { ...example, requestId } : example });
        await compare(doors, { as, method, input: mutated(random, example, 2) });
      }
    }
    for (const input of [null, [], {}, 'text', { unknown: 1 }, { requestId: 'request-0001', unknown: 1 }])
      await compare(doors, { as: 'supervisor', method, input });
  });

  it('the same Idempotency-Key with another body is refused, and with the same body gets the same answer', async () => {
    const hold = { legs: [{ flightId: 1, cabin: 'Y', seats: ['30A'] }], passengers: [{ type: 'ADT' }] };
    const input = { requestId: 'request-twice', ...hold };
    await compare(doors, { as: 'agent', method: 'holds.place', input });
    const first = await doors.http('agent', 'holds.place', hold, 'request-twice');
    expect(first.status).toBe(200);
    expect(await doors.http('agent', 'holds.place', hold, 'request-twice')).toMatchObject({ status: 200, body: first.body });
    const other = { ...hold, passengers: [{ type: 'CHD' }] };
    expect(await doors.http('agent', 'holds.place', other, 'request-twice')).toMatchObject({
      status: 422,
      body: { code: 'REQUEST_REUSED' },
    });
    await compare(doors, { as: 'agent', method: 'holds.place', input: { ...input, ...other } });
  });

  it('a description that promises more or less than is answered would be found', async () => {
    const { status, body } = await doors.http('agent', 'holds.ofDesk', {}, undefined);
    expect(described('holds.ofDesk', status, body)).toBeUndefined();
    expect(described('holds.ofDesk', status, { ...(body as object), more: 1 })).toContain('more');
    expect(described('holds.ofDesk', status, {})).toContain('holds');
    expect(described('holds.ofDesk', 418, body)).toContain('is not described');
  });
});

const OFTEN = ['holds.place', 'bookings.confirm', 'bookings.changeQuote', 'bookings.cancelQuote'] as const;

it(`calls of any kind in any order are answered the same (seed ${FUZZ_SEED})`, async () => {
  const call = fc.record({
    as: fc.constantFrom('agent' as const, 'agent' as const, 'supervisor' as const),
    seed: fc.noBias(fc.nat()),
    /** What leads on to everything else is called more. */
    often: fc.constantFrom(undefined, undefined, ...OFTEN),
    wrong: fc.constantFrom(0, 0, 0, 1, 3),
    minutesLater: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 4),
  });
  let holds = 0;
  const property = fc.asyncProperty(fc.array(call, { minLength: 60, maxLength: 150 }), async (calls) => {
    const doors = await openTwoDoors();
    try {
      for (const { as, seed, often, wrong, minutesLater } of calls) {
        const random = seededRandom(seed);
        const method = often ?? methodName(random);
        if (!doors.answers(method)) continue;
        if (minutesLater > 0) doors.pass(minutesLater * MINUTE_MS);
        await compare(doors, { as, method, input: mutated(random, goodInput(random, method), wrong) });
      }
      expect(doors.byHttp.heard).toEqual(doors.bySocket.heard);
      holds += doors.byHttp.heard.filter(({ type }) => type === 'hold.placed').length;
      expect([...doors.byHttp.log.lines, ...doors.byHttp.reports]).toEqual([]);
    } finally {
      await doors.close();
    }
  });
  await fc.assert(property, { seed: FUZZ_SEED, numRuns: 20 });
  // Not only refusals were compared.
  expect(holds).toBeGreaterThan(50);
});
