import { describe, expect, it } from 'vitest';
import * as times from '../../../renderer/format/times.ts';
import { LOS_ANGELES, NEW_YORK, NOON } from '../support/samples.ts';

describe('countdown', () => {
  it.each([
    [300_000, '5:00', '5 minutes'],
    [221_000, '3:41', '3 minutes 41'],
    [220_001, '3:41', '3 minutes 41'], // not yet 3:40
    [61_000, '1:01', '1 minute 1'],
    [60_000, '1:00', '1 minute'],
    [59_999, '1:00', '1 minute'],
    [59_000, '0:59', '59 seconds'],
    [1_000, '0:01', '1 second'],
    [1, '0:01', '1 second'], // 0:00 only when the time is over
    [0, '0:00', '0 seconds'],
    [-5_000, '0:00', '0 seconds'],
    [1_800_000, '30:00', '30 minutes'],
  ])('%i ms', (ms, shown, spoken) => {
    expect(times.countdown(ms)).toBe(shown);
    expect(times.countdownSpoken(ms)).toBe(spoken);
  });
});

describe('local times', () => {
  it('shows the clock of the airport and UTC', () => {
    expect(times.localTime(NOON, NEW_YORK)).toBe('07:00');
    expect(times.localTime(NOON, LOS_ANGELES)).toBe('04:00');
    expect(times.zuluTime(NOON)).toBe('12:00');
    expect(times.localTime(Date.UTC(2026, 10, 21, 5), NEW_YORK)).toBe('00:00'); // midnight is not 24:00
  });

  it.each([
    ['the same day', Date.UTC(2026, 10, 21, 14), NEW_YORK, Date.UTC(2026, 10, 21, 20), LOS_ANGELES, 0],
    ['overnight', Date.UTC(2026, 10, 22, 2), NEW_YORK, Date.UTC(2026, 10, 22, 10), NEW_YORK, 1],
    [
      'Guam to Honolulu arrives the day before',
      Date.UTC(2026, 10, 20, 21),
      'Pacific/Guam',
      Date.UTC(2026, 10, 21, 5),
      'Pacific/Honolulu',
      -1,
    ],
    ['Los Angeles to Sydney', Date.UTC(2026, 10, 22, 6), LOS_ANGELES, Date.UTC(2026, 10, 22, 21), 'Australia/Sydney', 2],
  ] as const)('%s', (_, departs, from, arrives, to, days) => {
    expect(times.dayShift(departs, from, arrives, to)).toBe(days);
  });

  it('writes dates and durations as agents do', () => {
    expect(times.dateLabel('2026-11-21')).toBe('Sat 21 Nov');
    // Passengers were born before days were counted.
    expect(times.dateLabel('1969-12-31')).toBe('Wed 31 Dec');
    expect(times.dateLabel('1958-03-04')).toBe('Tue 04 Mar');
    expect(times.agentDate('2026-11-02')).toBe('02NOV');
    expect(times.elapsed(385)).toBe('6 h 25');
    expect(times.elapsed(64)).toBe('1 h 04');
    expect(times.elapsed(30)).toBe('0 h 30');
    expect([1, 2, 0, -1].map(times.dayShiftText)).toEqual(['+1', '+2', '', '\u22121']);
    expect(times.dateAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(times.dateAfter('2028-03-01', -1)).toBe('2028-02-29');
  });
});
