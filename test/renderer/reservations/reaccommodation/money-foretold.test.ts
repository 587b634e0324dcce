import { expect, test } from 'vitest';
import { moneyForetold } from '../../../../renderer/reservations/reaccommodation/money-foretold.ts';
import { NOON } from '../../support/samples.ts';
import { changed, changedLeg } from './desk-samples.ts';

const asNow = (status: 'HK' | 'TK', departsAt: number) => ({ ...changedLeg().now, status, departsAt });
const LEFT = NOON - 1;

test.each([
  ['a cancelled flight, also after it was to leave', [changedLeg({ now: asNow('HK', LEFT) })], 'cancelled by AA: 100 %, no fee'],
  ['a move beyond the limit', [changedLeg({ change: 'movedFar', now: asNow('TK', NOON + 1) })], 'moved by AA: 100 %, no fee'],
  [
    'nobody has the seat any more',
    [changedLeg({ change: 'seatGone', seats: ['over'], now: asNow('HK', NOON + 1) })],
    'seat taken away by AA: 100 %, no fee',
  ],
  ['another seat was given', [changedLeg({ change: 'seatGone', now: asNow('HK', NOON + 1) })], undefined],
  ['a move within the limit', [changedLeg({ change: 'moved', now: asNow('TK', NOON + 1) })], undefined],
  ['a flight before it was flown', [changedLeg({ change: 'none', now: asNow('HK', LEFT) }), changedLeg()], undefined],
])('what goes back is said before it is asked for (the desk said what was paid): %s', (_, legs, expected) => {
  expect(moneyForetold(changed(1, 'AAAAAA', 'STEIN/RAHEL', { legs }), NOON)).toBe(expected);
});
