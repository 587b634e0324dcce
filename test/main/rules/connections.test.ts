import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { connectionProblem, connectionTime } from '../../../main/rules/connections.ts';
import { assert } from '../../../shared/assert.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { tinyReference } from '../support/tiny-reference.ts';

const CASES: readonly [first: string, second: string, layover: number, problem: string | undefined][] = [
  // Equal builds, one minute less does not.
  ['BOS-ORD', 'ORD-LAX', 30, undefined],
  ['BOS-ORD', 'ORD-LAX', 29, '29 minutes to change at ORD, at least 30 are needed'],
  ['BOS-ORD', 'ORD-LHR', 60, undefined],
  ['BOS-ORD', 'ORD-LHR', 59, '59 minutes to change at ORD, at least 60 are needed'],
  // Two airports of one city.
  ['BOS-ORD', 'MDW-LAX', 240, undefined],
  ['BOS-ORD', 'MDW-LAX', 239, '239 minutes to change from ORD to MDW, at least 240 are needed'],
  ['BOS-ORD', 'DEN-LAX', 600, 'it leaves from DEN, and the other arrives at ORD'],
  ['BOS-ORD', 'ORD-LAX', -1, 'it leaves at ORD before the other arrives'],
  // An agent may sell a long wait that a search does not offer, and the way back.
  ['BOS-ORD', 'ORD-LAX', 3_000, undefined],
  ['BOS-ORD', 'ORD-BOS', 3_000, undefined],
];

let numbers = 0;
const flight = (route: string, departs_at: number, arrives_at: number) => ({
  carrier: 'QX',
  number: ++numbers,
  suffix: '',
  equipment: '738',
  operating_day: 0,
  origin: route.slice(0, 3),
  destination: route.slice(4),
  departs_at,
  arrives_at,
});

describe('connections', () => {
  it.each(CASES)('%s then %s after %d minutes: %s', (first, second, layover, problem) => {
    const arrives = 10 * HOUR_MS;
    const departs = arrives + layover * MINUTE_MS;
    expect(connectionProblem(flight(first, 0, arrives), flight(second, departs, departs + HOUR_MS), tinyReference)).toBe(problem);
  });

  it('cuts part of a minute off, so that 29.9 minutes never read as 30', () => {
    const next = flight('ORD-LAX', 30 * MINUTE_MS - 1, HOUR_MS);
    expect(connectionProblem(flight('BOS-ORD', -HOUR_MS, 0), next, tinyReference)).toMatch(/^29 minutes/);
  });

  it('a territory is domestic for the wait as for the minimum, where a connection by San Juan could wait 12 hours', () => {
    const reference = loadReference();
    const [miami, sanJuan, guam, honolulu, london] = ['MIA', 'SJU', 'GUM', 'HNL', 'LHR'].map((code) => reference.airport(code));
    assert(miami && sanJuan && guam && honolulu && london, 'airports of the reference');
    expect(connectionTime(reference, sanJuan, miami, miami, honolulu)).toMatchObject({ minimumMinutes: 30, layoverMsMax: 6 * HOUR_MS });
    expect(connectionTime(reference, guam, honolulu, honolulu, miami)).toMatchObject({ minimumMinutes: 30, layoverMsMax: 6 * HOUR_MS });
    expect(connectionTime(reference, sanJuan, miami, miami, london)).toMatchObject({ minimumMinutes: 60, layoverMsMax: 12 * HOUR_MS });
  });

  it('lets a search wait longer where a border is crossed', () => {
    const time = (...codes: string[]) => {
      const [from, at, to] = codes.map((code) => tinyReference.airport(code));
      return from && at && to && connectionTime(tinyReference, from, at, at, to)?.layoverMsMax;
    };
    expect(time('BOS', 'ORD', 'LAX')).toBe(6 * HOUR_MS);
    expect(time('BOS', 'ORD', 'LHR')).toBe(12 * HOUR_MS);
  });
});
