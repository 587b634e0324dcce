import { expect, test } from 'vitest';
import { baseFare } from '../../../main/reference/base-fare.ts';
import { fareOrigin } from '../../../main/views/fare-origin.ts';
import { assert } from '../../../shared/assert.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { reference } from '../support/once/reference.ts';

const [jfk, lax] = [reference.airport('JFK'), reference.airport('LAX')];
assert(jfk && lax, 'the reference knows JFK and LAX');
const byDistance = baseFare(reference, jfk, lax, 6 * HOUR_MS);

test.each([
  [byDistance, 'USD', 'as by distance'],
  [byDistance + 1, 'USD', 'from the schedule file'],
  [byDistance, 'EUR', 'from the schedule file'],
])('a fare of the file was called one by distance: %i %s is %s', (base_fare, currency, said) => {
  const flight = { origin: 'JFK', destination: 'LAX', departs_at: 0, arrives_at: 6 * HOUR_MS, base_fare, currency };
  expect(fareOrigin(reference, flight)).toBe(said);
});
