import { describe, expect, it } from 'vitest';
import { SeenFlights } from '../../../main/import/seen-flights.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
import type { ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';

const flight = (carrier: string, number: number, suffix: string, origin: string, serviceDay: number) =>
  ({ carrier, number, suffix, origin, serviceDay }) as ScheduledFlight;

describe('flights that a file has brought', () => {
  it('are told apart by each part of their key, at both ends of its range', () => {
    const seen = new SeenFlights();
    for (const carrier of ['0A', 'A0', 'AA', 'ZZ', '9Z'])
      for (const number of [1, 2, 9_999])
        for (const suffix of ['', 'A', 'Z'])
          for (const origin of ['AAA', 'AAB', 'ZZZ'])
            for (const day of [0, 1, 365, 84_005])
              for (const departure of [1, 2, 4])
                expect(seen.add({ ...flight(carrier, number, suffix, origin, day), departure })).toBe(true);
    expect(seen.add(flight('ZZ', 9_999, 'Z', 'ZZZ', 84_005))).toBe(false);
    expect(seen.add(flight('0A', 1, '', 'AAA', 0))).toBe(false);
  });

  it('are the same as a set of texts would keep', () => {
    const random = seededRandom(7);
    const [seen, texts] = [new SeenFlights(), new Set<string>()];
    for (let turn = 0; turn < 50_000; turn++) {
      const one = flight(
        random.pick(['QX', 'QY']),
        1 + random.below(60),
        random.pick(['', 'D']),
        random.pick(['JFK', 'LAX']),
        20_000 + random.below(200),
      );
      const text = Object.values(one).join(' ');
      expect(seen.add(one)).toBe(!texts.has(text));
      texts.add(text);
    }
  });

  it('cost no more when their days lie two centuries apart, which once took gigabytes', () => {
    const before = process.memoryUsage().arrayBuffers;
    const seen = new SeenFlights();
    for (let number = 1; number <= 9_999; number++) for (const day of [400, 84_000]) seen.add(flight('QX', number, '', 'JFK', day));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1_048_576);
  });
});
