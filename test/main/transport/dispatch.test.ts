import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Admission } from '../../../main/admission/admission.ts';
import type { Connection } from '../../../main/hub/connection.ts';
import { refuseBusy } from '../../../main/hub/refuse-busy.ts';
import { Session } from '../../../main/sessions/session.ts';
import { createDispatcher, type Dispatcher } from '../../../main/transport/dispatch.ts';
import { IDLE_LOCK_MS } from '../../../shared/bounds.ts';
import { contract, type MethodName } from '../../../shared/contract.ts';
import { parsed } from '../../../shared/json.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';
import { REFUSAL_CODES } from '../../../shared/refusals.ts';
import type { Role } from '../../../shared/roles.ts';
import { deskAt, HERE, seatAt } from '../support/here.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { EXAMPLES } from './examples.ts';

let hub: SmallHub;
let log: KeptLog;
let dispatcher: Dispatcher;

beforeEach(() => {
  hub = new SmallHub();
  log = new KeptLog();
  dispatcher = createDispatcher({ hub, methods: hub.methods(), log });
});

function consoleOf(role?: Role, locked = false): Connection {
  const connection: Connection = { ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify() {} };
  if (!role) return connection;
  const session = new Session({ token: 't', user: role, display: role, role, desk: 'T1-04' }, hub.now());
  session.attach(connection);
  if (locked) session.lock();
  return connection;
}

const code = async (connection: Connection, method: unknown, input: unknown, by?: unknown) => {
  const reply = parsed(await dispatcher.call(connection, method, input, by));
  return reply.ok ? 'ok' : reply.refusal.code;
};

const names = Object.keys(contract) as MethodName[];

describe('the contract', () => {
  it.each(names)('%s: its refusals stand in the closed list, each once', (name) => {
    const { refusals } = contract[name];
    expect(refusals.filter((refusal) => !REFUSAL_CODES.includes(refusal))).toEqual([]);
    expect(new Set(refusals).size).toBe(refusals.length);
  });

  it('is known to the preload by every name', () => {
    expect([...METHOD_NAMES].sort()).toEqual([...names].sort());
  });

  it.each(names)('%s reaches the desk with a good input, as its caller', async (name) => {
    for (const example of EXAMPLES[name]) {
      hub.reached.length = 0;
      expect(await code(consoleOf('supervisor'), name, example)).toBe('ok');
      expect(hub.reached).toEqual([
        { name, input: contract[name].input.parse(example), actor: { user: 'supervisor', role: 'supervisor', desk: 'T1-04' } },
      ]);
    }
  });
});

describe('order of precedence', () => {
  const bad = { nonsense: true };
  it.each<[string, Role | undefined, boolean, string, unknown, string]>([
    // [title, role, locked, method, input, refusal]
    ['an unknown method, before anything else', undefined, false, 'flights.destroy', bad, 'METHOD_UNKNOWN'],
    ['nobody signed in', undefined, false, 'users.create', bad, 'NOT_SIGNED_IN'],
    ['locked, before the role', 'agent', true, 'users.create', bad, 'SESSION_LOCKED'],
    ['the role, before the input', 'agent', false, 'users.create', bad, 'ROLE_REQUIRED'],
    ['the input, last', 'supervisor', false, 'users.create', bad, 'INPUT_INVALID'],
    ['a locked session may still lock', 'agent', true, 'session.lock', {}, 'ok'],
    ['a locked session may still sign out', 'agent', true, 'session.signOut', {}, 'ok'],
    ['anybody may ask for the state', undefined, false, 'session.state', {}, 'ok'],
    ['a supervisor may do what an agent may', 'supervisor', false, 'holds.ofDesk', {}, 'ok'],
  ])('%s', async (_, role, locked, method, input, expected) => {
    expect(await code(consoleOf(role, locked), method, input)).toBe(expected);
    expect(hub.reached.length).toBe(expected === 'ok' ? 1 : 0);
  });

  it.each([null, undefined, 7, {}, [], '__proto__', 'constructor', 'toString', 'hasOwnProperty', ' session.state', 'SESSION.STATE', '<b>'])(
    'no method is called %j',
    async (method) => {
      const reply = parsed(await dispatcher.call(consoleOf('supervisor'), method, {}));
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'METHOD_UNKNOWN' } });
      expect(JSON.stringify(reply)).not.toContain('<b>');
    },
  );
});

describe('what is said of a bad input', () => {
  const change = EXAMPLES['schedule.byHand'][0]?.change;
  it.each<[string, object, string]>([
    ['the flight', { ...change, number: 0 }, 'change.number'],
    ['a number that others sell it under', { ...change, soldAs: [{ carrier: 'LH', number: 0, suffix: '' }] }, 'change.soldAs.0.number'],
  ])('a flight by hand with number 0 was scheduled, or refused without a word that helps: %s', async (_, asked, field) => {
    const reply = parsed(await dispatcher.call(consoleOf('supervisor'), 'schedule.byHand', { change: asked, reason: 'a test' }));
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'INPUT_INVALID', message: `${field}: must be at least 1.` } });
    expect(hub.reached).toEqual([]);
  });
});

describe('idleness', () => {
  it('locks a session before its call when the timer was late', async () => {
    const at = consoleOf('agent');
    hub.clock.advance(IDLE_LOCK_MS);
    expect(await code(at, 'holds.ofDesk', {})).toBe('SESSION_LOCKED');
  });

  it.each(['flights.board', 'holds.ofDesk', 'events.since'] as const)('ends with %s of a person, not of the console', async (method) => {
    const at = consoleOf('agent');
    const half = IDLE_LOCK_MS / 2;
    const [input] = EXAMPLES[method];
    hub.clock.advance(half);
    expect(await code(at, method, input, 'person')).toBe('ok');
    hub.clock.advance(half);
    expect(await code(at, method, input, 'console')).toBe('ok');
    expect(await code(at, method, input)).toBe('ok');
    hub.clock.advance(half);
    expect(await code(at, method, input)).toBe('SESSION_LOCKED');
  });

  it('does not end for a locked session: a key does not unlock', async () => {
    const at = consoleOf('agent', true);
    expect(await code(at, 'session.state', {}, 'person')).toBe('ok');
    expect(at.session?.locked).toBe(true);
  });

  it.each(['', 'Person', 'robot', 'person ', null, 1, true, {}, ['person'], 'constructor', new Map()])(
    'is not ended by a call on account of %j, which is refused',
    async (by) => {
      const at = consoleOf('agent');
      hub.clock.advance(IDLE_LOCK_MS - 1);
      const reply = parsed(await dispatcher.call(at, 'holds.ofDesk', {}, by));
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'INPUT_INVALID', details: { field: 'by' } } });
      expect(hub.reached).toEqual([]);
      hub.clock.advance(1);
      expect(await code(at, 'holds.ofDesk', {})).toBe('SESSION_LOCKED');
    },
  );

  it('knows on whose account only after who calls', async () => {
    expect(await code(consoleOf(), 'holds.ofDesk', {}, 'robot')).toBe('NOT_SIGNED_IN');
    expect(await code(consoleOf('agent', true), 'holds.ofDesk', {}, 'robot')).toBe('SESSION_LOCKED');
  });
});

describe('a fault inside', () => {
  it('is answered with a reference, and the log knows where but not what', async () => {
    hub.answer = () => {
      throw new Error('cannot seat SMITH/JOHN with PIN 4711');
    };
    const reply = parsed(await dispatcher.call(consoleOf('agent'), 'bookings.find', { anyOf: [{ by: 'name', name: 'SMITH/JOHN' }] }));
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'NOT_DONE' } });
    const reference = reply.ok ? '' : String(reply.refusal.details.reference);
    expect(reply.ok ? '' : reply.refusal.next).toContain(reference);
    const [line = ''] = log.lines;
    expect(line).toContain(reference);
    expect(line).toContain('bookings.find');
    expect(line).toContain('small-hub.ts');
    expect(line).not.toMatch(/SMITH|4711/);
  });
});

/** What a field may be, as JSON Schema writes it. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  items?: Shape;
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;

/** The kinds of value that a shape takes; of several forms, all of theirs. */
function kindsOf(shape: Shape): Set<string> {
  const forms = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  const own = shape.type ? [shape.type === 'integer' ? 'number' : shape.type] : [];
  const listed = [...(shape.enum ?? []), ...('const' in shape ? [shape.const] : [])].map(kindOf);
  return new Set([...own, ...listed, ...forms.flatMap((form) => [...kindsOf(form)])]);
}

type Path = readonly (string | number)[];
interface Field {
  readonly path: Path;
  readonly shape: Shape;
  readonly required: boolean;
  readonly value: unknown;
}

/** What a list holds, also where there may be none. */
const itemsOf = ({ items, anyOf }: Shape): Shape => items ?? anyOf?.find((form) => form.items)?.items ?? {};

/** What a record holds under any key. */
const valuesOf = ({ additionalProperties: values }: Shape): Shape => (typeof values === 'object' ? values : {});

/** Every field of an example, with what the contract says of it. */
function fieldsOf(value: unknown, shape: Shape, path: Path = [], required = true): Field[] {
  const here = [{ path, shape, required, value }];
  if (kindOf(value) === 'array')
    return [...here, ...(value as unknown[]).flatMap((each, place) => fieldsOf(each, itemsOf(shape), [...path, place]))];
  if (kindOf(value) !== 'object') return here;
  const form = formOf(value as Record<string, unknown>, shape);
  return [
    ...here,
    ...Object.entries(value as object).flatMap(([key, each]) =>
      fieldsOf(each, form.properties?.[key] ?? valuesOf(form), [...path, key], form.required?.includes(key) ?? false),
    ),
  ];
}

/** The forms that a value may have: one of several may itself be one of several. */
const formsOf = (shape: Shape): readonly Shape[] => (shape.anyOf ?? shape.oneOf)?.flatMap(formsOf) ?? [shape];

/** Of several forms of an object, the one that an example is written in. */
function formOf(value: Record<string, unknown>, shape: Shape): Shape {
  const forms = formsOf(shape);
  const knows = (form: Shape): boolean => Object.keys(value).every((key) => form.properties === undefined || key in form.properties);
  const fits = (form: Shape): boolean =>
    knows(form) &&
    Object.entries(form.properties ?? {}).every(
      ([key, each]) => !('const' in each) || each.const === value[key] || (!(key in value) && !form.required?.includes(key)),
    );
  return forms.find(fits) ?? shape;
}

function withValue(value: unknown, path: Path, put: (holder: Record<string | number, unknown>, key: string | number) => void): unknown {
  const copy = { root: structuredClone(value) };
  const whole: Path = ['root', ...path];
  let holder: unknown = copy;
  for (const key of whole.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[key];
  put(holder as Record<string | number, unknown>, whole.at(-1) ?? 'root');
  return copy.root;
}

const setTo = (value: unknown) => (holder: Record<string | number, unknown>, key: string | number) => {
  holder[key] = value;
};

const WRONG: readonly [string, unknown][] = [
  ['null', null],
  ['a boolean', true],
  ['a number', 7],
  ['a text', 'wrong'],
  ['a list', []],
  ['a list of lists', [[[]]]],
  ['an object', {}],
  ['an object with a prototype', JSON.parse('{"__proto__":{"role":"supervisor"}}')],
];
/** Wrong for every field, whatever its kind. */
const NEVER: readonly [string, unknown][] = [
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a part of a whole', 0.5],
  ['a huge number', 1e300],
  ['a number below all', -(2 ** 53)],
  ['a huge text', 'x'.repeat(2_000_000)],
  ['a long text', 'x'.repeat(2_000)],
  ['a control character', 'a\u0000b'],
  ['half a sign', '\ud800'],
  ['a huge list', new Array(60_000).fill(0)],
  ['a date', new Date()],
  ['a map', new Map()],
  ['a function', () => 1],
  ['a big integer', 7n],
  ['a symbol', Symbol('x')],
  ['deep nesting', JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`)],
];

/** What the contract takes as it comes, although it is wrong for every other field; the hub refuses it in its own words. */
const TAKEN = new Set([
  'token is a control character',
  'token is half a sign',
  'locator is a control character',
  'locator is half a sign',
  'bytes is a long text',
  'content is a long text',
  'content is a control character',
  'content is half a sign',
]);

describe('wrong inputs', () => {
  it.each(names)('%s: every field wrong in every way is refused, typed, before the desk', async (name) => {
    const shape = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }) as Shape;
    const at = consoleOf('supervisor');
    const wrong: [string, unknown][] = [];
    for (const example of EXAMPLES[name]) {
      for (const { path, shape: field, required, value: good } of fieldsOf(example, shape)) {
        const called = path.join('.') || 'input';
        const kinds = kindsOf(field);
        expect(kinds.size, `${called} has a kind`).toBeGreaterThan(0);
        for (const [what, value] of WRONG) {
          if (!kinds.has(kindOf(value))) wrong.push([`${called} is ${what}`, withValue(example, path, setTo(value))]);
        }
        for (const [what, value] of NEVER) {
          if (TAKEN.has(`${called} is ${what}`)) continue;
          wrong.push([`${called} is ${what}`, withValue(example, path, setTo(value))]);
        }
        if (required) wrong.push([`${called} is missing`, withValue(example, path, setTo(undefined))]);
        if (kindOf(good) === 'object') {
          for (const extra of ['extra', 'constructor', 'toString']) {
            wrong.push([`${called} has ${extra}`, withValue(example, [...path, extra], setTo(1))]);
          }
          const own = withValue(
            example,
            [...path, '__proto__'],
            (holder) => void Object.defineProperty(holder, '__proto__', { value: { role: 'supervisor' }, enumerable: true }),
          );
          wrong.push([`${called} has __proto__`, own]);
        }
      }
    }
    for (const [what, input] of wrong) {
      const reply = parsed(await dispatcher.call(at, name, input));
      const got = reply.ok ? 'accepted' : reply.refusal.code;
      expect(['INPUT_INVALID', 'MESSAGE_TOO_LARGE'], `${name}: ${what}: ${JSON.stringify(reply).slice(0, 200)}`).toContain(got);
    }
    expect(hub.reached).toEqual([]);
    expect(log.lines).toEqual([]);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it.each([
    // [what is wrong, method, input, field, what the sentence says]
    ['missing', 'flights.seatMap', {}, 'flightId', 'is missing'],
    ['of another kind', 'flights.seatMap', { flightId: 'x' }, 'flightId', 'must be of kind number'],
    ['not whole', 'flights.seatMap', { flightId: 1.5 }, 'flightId', 'must be a whole number'],
    ['too small', 'flights.seatMap', { flightId: 0 }, 'flightId', 'must be at least 1'],
    [
      'in a list',
      'flights.bestSeats',
      { flightId: 1, cabin: 'Y', party: [{ type: 'ADT' }, { type: 'DOG' }] },
      'party.1.type',
      'must be one of',
    ],
    ['badly written', 'flights.board', { from: 'jfk', date: '2026-11-24' }, 'from', 'is three capital letters'],
    ['no such date', 'flights.board', { from: 'JFK', date: '2026-02-30' }, 'date', 'is not written as it should be'],
    ['too much', 'flights.seatMap', { flightId: 1, secret: 'x' }, 'input', 'holds a field that does not belong there'],
    ['no object', 'flights.seatMap', undefined, 'input', 'is missing'],
  ])('%s: the refusal names the field and what is wrong', async (_, method, input, field, problem) => {
    const reply = parsed(await dispatcher.call(consoleOf('agent'), method, input));
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'INPUT_INVALID', details: { field } } });
    expect(reply.ok ? '' : reply.refusal.message).toContain(problem);
  });

  it('never repeats what was sent', async () => {
    const at = consoleOf('supervisor');
    for (const input of [
      { requestId: 'request-0001', user: 'SECRET', pin: 'SECRET', desk: 'SECRET' },
      { SECRET: 1 },
      { requestId: { SECRET: Number.NaN } },
    ]) {
      expect(await dispatcher.call(at, 'session.signIn', input)).not.toContain('SECRET');
    }
  });
});

it('tells which questions may be asked, and where, before they are answered, and nothing of those that are refused or change something', async () => {
  const told: unknown[] = [];
  dispatcher = createDispatcher({
    ...{ hub, methods: hub.methods(), log },
    asked: (...what) => void told.push([...what, hub.reached.length]),
  });
  const board = { from: 'LAX', date: '2026-11-24' };
  await dispatcher.call(consoleOf(), 'flights.board', board);
  await dispatcher.call(consoleOf('agent', true), 'flights.board', board);
  await dispatcher.call(consoleOf('agent'), 'flights.board', { ...board, from: 'lax' });
  await dispatcher.call(consoleOf('agent'), 'holds.release', { requestId: 'request-0001', bookingId: 1 });
  const before = hub.reached.length;
  await dispatcher.call(consoleOf('agent'), 'flights.board', board);
  expect(told).toEqual([['flights.board', board, 'T1-04', before]]);
});

describe('a desk that asks too often', () => {
  const refused: Admission['refused'] = (name) =>
    name === 'holds.place' ? refuseBusy('desk', 'This desk places more than 3 holds a second', 1, 334) : undefined;

  it('is told so before its input is read, and after whether it may call at all', async () => {
    dispatcher = createDispatcher({ hub, methods: hub.methods(), log, admission: { refused } });
    expect(await code(consoleOf('agent'), 'holds.place', { not: 'a hold' })).toBe('BUSY');
    expect(await code(consoleOf(), 'holds.place', {})).toBe('NOT_SIGNED_IN');
    expect(await code(consoleOf('agent', true), 'holds.place', {})).toBe('SESSION_LOCKED');
    expect(hub.reached).toEqual([]);
    expect(await code(consoleOf('agent'), 'holds.ofDesk', {})).toBe('ok');
  });
});
