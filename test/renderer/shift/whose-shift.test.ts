// What whoever is signed in may do with an open shift, told before the drawer is counted.
import { expect, test } from 'vitest';
import { whoseShift } from '../../../renderer/shift/whose-shift.ts';
import type { ShiftReport } from '../../../shared/methods/shifts.ts';

const OPENED = Date.UTC(2026, 10, 27, 17, 24);
const HOUR_MS = 3_600_000;
const report: ShiftReport = {
  ...{ shiftId: 3, desk: 'T1-06', user: 'ruiz', openedAt: OPENED, at: OPENED, hidden: true, cash: [], moves: [], counts: 0, counted: null },
  totals: { tenders: [], documents: [], agents: [], desks: [], flights: [], mixed: 0, voids: 0, overrides: 0, reprints: 0 },
  closed: null,
};
const owner = { user: 'ruiz', desk: 'T1-06', role: 'agent' } as const;
const next = { user: 'weber', desk: 'T1-06', role: 'agent' } as const;
const supervisor = { user: 'osei', desk: 'T1-06', role: 'supervisor' } as const;
const forgottenAt = OPENED + 12 * HOUR_MS;

test.each([
  // Who, how many hours after it was opened, may move cash, may count and close.
  ['whoever opened it', owner, 1, true, true, 'Whatever is sold at this desk belongs to this shift.'],
  [
    'the next agent, a millisecond before it is forgotten',
    next,
    12 - 1 / HOUR_MS,
    false,
    false,
    'Ana Ruiz or a supervisor closes this shift. From Sat 28 Nov 00:24 JFK on, whoever works at this desk may.',
  ],
  ['the next agent, once it is forgotten', next, 12, false, true, 'Ana Ruiz left this shift open. Count the drawer to close it.'],
  ['a supervisor', supervisor, 1, true, true, 'The shift is that of Ana Ruiz. A supervisor may count and close it.'],
  [
    'a supervisor at another desk',
    { ...supervisor, desk: 'T1-01' },
    1,
    true,
    true,
    'The shift of Ana Ruiz at desk T1-06. Esc goes back to this desk.',
  ],
] as const)('%s', (_who, session, hours, mayMove, mayEnd, words) => {
  const asks = { session, forgottenAt, now: OPENED + hours * HOUR_MS, name: 'Ana Ruiz', zone: 'America/New_York', airport: 'JFK' };
  expect(whoseShift(report, asks)).toEqual({ mayMove, mayEnd, words });
});
