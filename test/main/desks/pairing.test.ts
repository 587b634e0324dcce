import { beforeEach, expect, test } from 'vitest';
import { Pairing, type Wanted } from '../../../main/desks/pairing.ts';
import { PAIRING_MS, PAIRING_TRIES_MAX } from '../../../shared/bounds.ts';
import { LEAST_RIGHTS } from '../../../shared/system-rights.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { MERCY } from '../support/test-hub.ts';

const CONSOLE: Wanted = { desk: 'T3-03', kind: 'console', rights: null };
const [CODE, OTHER] = ['482913', '482914'];

let timer: FakeTimer;
let steady: number;
let codes: string[];
let told: number;
let pairing: Pairing;
beforeEach(() => {
  timer = new FakeTimer(new FakeClock());
  steady = 1_000;
  codes = [CODE, '000007'];
  told = 0;
  pairing = new Pairing({ timer, steady: () => steady, newCode: () => codes.shift() ?? '999999', changed: () => told++ });
});

/** Time passes for timers and for the steady clock. */
const pass = (ms: number): void => {
  steady += ms;
  timer.pass(ms);
};
const give = (code: string, kind: Wanted['kind'] = 'console', from = '10.0.0.7') => {
  const taken = pairing.take(code, kind, from);
  return taken.ok ? 'ok' : [taken.refusal.code, taken.refusal.details.left].filter((part) => part !== undefined).join(' ');
};

test('the code leads to what the supervisor wanted, once, in the name of the supervisor', () => {
  pairing.show(CONSOLE, MERCY);
  const taken = pairing.take(CODE, 'console', '10.0.0.7');
  expect(taken).toMatchObject({ ok: true, by: MERCY, wanted: CONSOLE });
  expect(give(CODE), 'while the first is being paired').toBe('PAIRING_NONE');
  if (taken.ok) taken.over(true);
  expect(pairing.offer).toBeUndefined();
  expect(give(CODE)).toBe('PAIRING_NONE');
});

test('a code that could not be used after all may be given again', () => {
  pairing.show(CONSOLE, MERCY);
  const taken = pairing.take(CODE, 'console', '10.0.0.7');
  if (taken.ok) taken.over(false);
  expect(give(CODE)).toBe('ok');
});

test('five wrong codes end it, whoever gave them, and the right one comes too late', () => {
  pairing.show(CONSOLE, MERCY);
  for (let left = PAIRING_TRIES_MAX - 1; left > 0; left--)
    expect(give(OTHER, 'console', `10.0.0.${left}`)).toBe(`PAIRING_CODE_WRONG ${left}`);
  expect(pairing.offer).toMatchObject({ triesLeft: 1, lastAskedFrom: '10.0.0.1' });
  expect(give(OTHER)).toBe('PAIRING_ENDED');
  expect(give(CODE)).toBe('PAIRING_ENDED');
});

test.each([
  ['a millisecond before its end', PAIRING_MS - 1, 'ok'],
  ['at its end', PAIRING_MS, 'PAIRING_ENDED'],
])('the code %s', (_, ms, answer) => {
  pairing.show(CONSOLE, MERCY);
  steady += ms;
  expect(give(CODE)).toBe(answer);
});

test('its two minutes are counted by the steady clock, and supervisors hear of the end although nobody asks', () => {
  pairing.show(CONSOLE, MERCY);
  expect(told).toBe(1);
  pass(PAIRING_MS);
  pass(1);
  expect(told).toBe(2);
  expect(pairing.offer).toBeUndefined();
});

test('an offer ends the one before: its code is wrong for the new one, and counts', () => {
  pairing.show(CONSOLE, MERCY);
  pairing.show({ ...CONSOLE, desk: 'T3-04' }, MERCY);
  expect(give(CODE)).toBe('PAIRING_CODE_WRONG 4');
  expect(pairing.take('000007', 'console', '10.0.0.7')).toMatchObject({ ok: true, wanted: { desk: 'T3-04' } });
});

test('who was given the code before a new offer ends nothing of the new one', () => {
  pairing.show(CONSOLE, MERCY);
  const taken = pairing.take(CODE, 'console', '10.0.0.7');
  pairing.show({ ...CONSOLE, desk: 'T3-04' }, MERCY);
  if (taken.ok) taken.over(true);
  expect(pairing.offer).toMatchObject({ desk: 'T3-04' });
});

test('a code for a system pairs no console and the other way round, and that costs no try', () => {
  pairing.show({ desk: 'REVENUE', kind: 'system', rights: LEAST_RIGHTS }, MERCY);
  expect(give(CODE)).toBe('PAIRING_OTHER_KIND');
  expect(pairing.offer?.triesLeft).toBe(PAIRING_TRIES_MAX);
  expect(give(CODE, 'system')).toBe('ok');
});

test('without an offer nobody is told whether a code would have been right', () => {
  expect(give(CODE)).toBe('PAIRING_NONE');
  pairing.show(CONSOLE, MERCY);
  pairing.end();
  expect(give(CODE)).toBe('PAIRING_ENDED');
});

test('codes are six digits of chance', () => {
  const drawn = new Pairing({ timer, steady: () => steady, changed: () => {} });
  const seen = new Set<string>();
  for (let offer = 0; offer < 200; offer++) {
    drawn.show(CONSOLE, MERCY);
    expect(drawn.offer?.code).toMatch(/^\d{6}$/);
    seen.add(drawn.offer?.code ?? '');
  }
  expect(seen.size).toBeGreaterThan(190);
});
