import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { LEG_CHANGES, legChange, worstChange } from '../../shared/leg-change.ts';
import { CHANGE_GROUPS } from '../../shared/methods/reaccommodation.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00Z`);
const SOLD = { destination: 'LAX', departsAt: at('10:00'), arrivesAt: at('16:00') };
const SAME = { ...SOLD, cancelled: false, missed: false, connectionLost: false, seatGone: false };
const by = (minutes: number, more: Partial<typeof SAME> = {}) => ({
  ...SAME,
  departsAt: SOLD.departsAt + minutes * MINUTE_MS,
  arrivesAt: SOLD.arrivesAt + minutes * MINUTE_MS,
  ...more,
});

test.each([
  ['nothing', SAME, 60, { kind: 'none', movedMinutes: 0 }],
  ['a minute later', by(1), 60, { kind: 'moved', movedMinutes: 1 }],
  ['earlier', by(-25), 60, { kind: 'moved', movedMinutes: -25 }],
  ['later by the limit itself', by(60), 60, { kind: 'moved', movedMinutes: 60 }],
  ['later by a minute more', by(61), 60, { kind: 'movedFar', movedMinutes: 61 }],
  ['earlier by a minute more', by(-61), 60, { kind: 'movedFar', movedMinutes: -61 }],
  ['later by more than another limit', by(61), 120, { kind: 'moved', movedMinutes: 61 }],
  ['leaves as sold and arrives late', { ...SAME, arrivesAt: SOLD.arrivesAt + 90 * MINUTE_MS }, 60, { kind: 'movedFar', movedMinutes: 90 }],
  [
    'leaves earlier and arrives later, which counts by the larger part',
    { ...SAME, departsAt: SOLD.departsAt - 20 * MINUTE_MS, arrivesAt: SOLD.arrivesAt + 10 * MINUTE_MS },
    60,
    { kind: 'moved', movedMinutes: -20 },
  ],
  ['the same time of the day after', by(DAY_MS / MINUTE_MS), 60, { kind: 'movedFar', movedMinutes: 1440 }],
  ['the same time of the day before', by(-DAY_MS / MINUTE_MS), 60, { kind: 'movedFar', movedMinutes: -1440 }],
  ['it goes elsewhere at the same time', { ...SAME, destination: 'SFO' }, 60, { kind: 'otherDestination', movedMinutes: 0 }],
  ['it does not fly, whatever else', by(600, { cancelled: true, seatGone: true }), 60, { kind: 'cancelled', movedMinutes: 0 }],
  ['missed, whatever it moved', by(30, { missed: true, connectionLost: true }), 60, { kind: 'missed', movedMinutes: 0 }],
  ['too short to change', by(30, { connectionLost: true }), 60, { kind: 'connection', movedMinutes: 30 }],
  ['too short to change, and far', by(-300, { connectionLost: true }), 60, { kind: 'connection', movedMinutes: -300 }],
  ['too short to change because the leg before is later', { ...SAME, connectionLost: true }, 60, { kind: 'connection', movedMinutes: 0 }],
  ['a seat is gone', { ...SAME, seatGone: true }, 60, { kind: 'seatGone', movedMinutes: 0 }],
  ['a seat is gone, and it is a little later', by(10, { seatGone: true }), 60, { kind: 'seatGone', movedMinutes: 10 }],
  ['a seat is gone, and it is far later', by(70, { seatGone: true }), 60, { kind: 'movedFar', movedMinutes: 70 }],
  [
    'elsewhere, too short, a seat gone',
    by(70, { destination: 'SFO', connectionLost: true, seatGone: true }),
    60,
    { kind: 'otherDestination', movedMinutes: 70 },
  ],
] as const)('%s', (_, now, limit, expected) => {
  expect(legChange(SOLD, now, limit)).toEqual(expected);
});

/** A daily 00:05 that leaves at 23:55 from now on: read with the date of its own day it leaves nearly a day later, with that of the evening before ten minutes earlier. */
test.each([
  [at('23:55'), 'movedFar', 23 * 60 + 50],
  [at('23:55') - DAY_MS, 'moved', -10],
] as const)('a daily 00:05 retimed to 23:55 carries nobody 24 hours silently: %s', (departsAt, kind, movedMinutes) => {
  const sold = { destination: 'LAX', departsAt: at('00:05'), arrivesAt: at('06:05') };
  const now = { ...SAME, departsAt, arrivesAt: departsAt + 6 * HOUR_MS };
  expect(legChange(sold, now, 60)).toEqual({ kind, movedMinutes });
});

test('a preview, a booking and the desk of changes name the same worst of two changes, where one said another airport and one a short connection', () => {
  expect(CHANGE_GROUPS).toEqual(LEG_CHANGES.slice(1).toReversed());
  expect(worstChange([{ kind: 'otherDestination' }, { kind: 'connection' }])).toEqual({ kind: 'connection' });
});
