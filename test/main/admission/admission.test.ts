import { beforeEach, expect, test } from 'vitest';
import { Admission } from '../../../main/admission/admission.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { ANA, JONAS } from '../support/test-hub.ts';

let nowMs: number;
let lapsed: number;
let admission: Admission;
beforeEach(() => {
  nowMs = 0;
  lapsed = 0;
  admission = new Admission({ steadyMs: () => nowMs, slowedBy: () => lapsed });
});

const place = (actor = ANA) => admission.refused('holds.place', actor)?.refusal;
const many = (count: number, ask = place) => Array.from({ length: count }, () => ask()).filter((refusal) => refusal === undefined).length;

test('three holds a second: the fourth is told why and when to come again, and is taken then', () => {
  expect(many(3)).toBe(3);
  expect(place()).toMatchObject({
    code: 'BUSY',
    message: 'This desk places more than 3 holds a second.',
    details: { at: 'desk', position: 1, comeAgainMs: 334, seconds: 1 },
  });
  nowMs = 333;
  expect(place()?.code).toBe('BUSY');
  nowMs = 334;
  expect(place()).toBeUndefined();
});

test('thirty a minute: the 31st waits 2 s, however slowly the others came', () => {
  let taken = 0;
  for (nowMs = 0; nowMs < 15_000; nowMs += 400) taken += place() === undefined ? 1 : 0;
  // 30 at once, and one each 2 s since.
  expect(taken).toBe(37);
  expect(place()?.message).toBe('This desk places more than 30 holds a minute.');
  nowMs += 2_000;
  expect(place()).toBeUndefined();
});

test('each user at each desk has their own; what is no hold and no search is not counted', () => {
  expect(many(9)).toBe(3);
  expect(many(9, () => place(JONAS))).toBe(3);
  expect(many(9, () => place({ ...ANA, desk: 'T1-09' }))).toBe(3);
  expect(many(500, () => admission.refused('flights.seatMap', ANA)?.refusal)).toBe(500);
  expect(many(500, () => admission.refused('bookings.confirm', ANA)?.refusal)).toBe(500);
});

test('ten searches a second, and what one screen asks for at once; holds wait for none of them', () => {
  expect(many(500, () => admission.refused('flights.search', ANA)?.refusal)).toBe(20);
  expect(admission.refused('flights.board', ANA)?.refusal.message).toBe('This desk searches more than 10 times a second.');
  expect(place()).toBeUndefined();
  nowMs = 100;
  expect(many(9, () => admission.refused('flights.board', ANA)?.refusal)).toBe(1);
});

test('a setting counts at once', () => {
  expect(many(9)).toBe(3);
  admission.limit({ ...SETTING_DEFAULTS, holdsPerSecond: 1_000, holdsPerMinute: 60_000 });
  expect(many(2_000)).toBe(1_000);
});

test('desks that have gone quiet are forgotten, and those that have not keep what they used', () => {
  for (let n = 0; n < 2_500; n++) place({ ...ANA, desk: `T2-${n}` });
  nowMs = 59_000;
  many(3);
  nowMs = 59_001;
  place({ ...ANA, desk: 'T9-01' });
  expect(place()?.code).toBe('BUSY');
});

test('who leaves holds to lapse places one each 20 s, and is told why; a sale sets them free at once', () => {
  lapsed = 5;
  expect(place()).toBeUndefined();
  expect(place()).toMatchObject({
    message: '5 holds of this desk have lapsed in a row, so the next ones are slowed until one is sold.',
    details: { seconds: 20 },
  });
  nowMs = 19_999;
  expect(place()?.code).toBe('BUSY');
  nowMs = 20_000;
  expect(place()).toBeUndefined();
  lapsed = 0;
  expect(many(9)).toBe(2);
});
