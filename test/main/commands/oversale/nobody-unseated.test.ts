import { describe, expect, test } from 'vitest';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { codeOf, value } from '../../support/test-hub.ts';

describe('where everybody has a seat', () => {
  test('nobody is asked to give one up, and the room tells who could be, which flights go on, and the rule', async () => {
    const store = await openOversoldFlight();
    const pair = await store.sell(['1A', '1C']);
    const single = await store.sell(['1D']);
    expect(codeOf(await store.ask(pair))).toBe('OVERSALE_NONE');
    expect(codeOf(await store.answer(1, 'took'))).toBe('VOLUNTEER_UNKNOWN');
    expect(codeOf(await store.deny(pair))).toBe('OVERSALE_NONE');
    expect(codeOf(await store.printed('denied', 1))).toBe('LETTER_UNKNOWN');
    const room = await store.room();
    expect(room).toMatchObject({ sold: 3, authorised: 30, seats: 30, usable: 30, free: 27, unseated: 0, volunteers: [] });
    // Who travels alone is asked first, then the party.
    expect(room.candidates.map(({ seat, locator, party }) => [seat, locator, party])).toEqual([
      ['1D', single.locator, 1],
      ['1A', pair.locator, 2],
      ['1C', pair.locator, 2],
    ]);
    expect(room.ways.map(({ flight, lateMs, own, free }) => [flight, lateMs / 60_000, own, free])).toEqual([
      ['B6 102', 22, true, 178],
      ['AA 103', 120, false, 178],
    ]);
    expect(room.rule).toEqual({ regime: 'US', since: '2025-01-22', currency: 'USD', low: 1_075_00, high: 2_150_00, highHours: 2 });
    expect(room.expected).toMatchObject({ showPerMille: 950, low: 2, high: 3, turnedAway: 0, risk: 0 });
    expect(await store.sound()).toBeUndefined();
  });

  test('a flight with another cabin, or none, is refused by name', async () => {
    const store = await openOversoldFlight();
    const single = await store.sell(['1D']);
    expect(codeOf(await store.ask(single, { flightId: 99 }))).toBe('FLIGHT_UNKNOWN');
    expect(codeOf(await store.ask(single, { cabin: 'F' }))).toBe('CABIN_UNKNOWN');
    value(await store.hub.ask('oversale.room', { flightId: store.late.id, cabin: 'Y' }, { user: 'ruiz', role: 'agent', desk: 'T1-04' }));
  });
});
