import { gunzipSync } from 'node:zlib';
import { assert } from '../../shared/assert.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/instants.ts';
import { baseFare, FARE_CURRENCY } from '../reference/base-fare.ts';
import { dataFile } from '../reference/data-file.ts';
import type { Airport, Reference } from '../reference/reference.ts';
import { localDay, momentOf } from '../reference/zone-time.ts';
import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';

/** Today and the next two days. */
export const SAMPLE_DAYS = 3;

/**
 * The flights of the sample day on today and the two days after it, by the local calendar of each airport. A flight keeps its local departure
 * time and its duration. So its local arrival is the published one, unless only one of the two airports has changed its clocks.
 */
export function* sampleFlights(reference: Reference, now: Instant): Generator<ScheduledFlight> {
  const today = new Map<string, number>();
  const airport = (code: string): Airport => {
    const found = reference.airportAt(code, now);
    assert(found, `the sample day knows the airport ${code}`);
    return found;
  };
  for (const line of gunzipSync(dataFile('sample-day.txt.gz')).toString('latin1').trimEnd().split('\n')) {
    const [carrier = '', number, origin = '', destination = '', departsLocal, flown, equipment = ''] = line.split(' ');
    const from = airport(origin);
    const to = airport(destination);
    const plan = reference.seatPlanFor(equipment);
    assert(plan, `the sample day's equipment ${equipment} has a seat map`);
    let first = today.get(from.zone);
    if (first === undefined) {
      first = localDay(from.zone, now);
      today.set(from.zone, first);
    }
    const flownMs = Number(flown) * MINUTE_MS;
    const fare = baseFare(reference, from, to, flownMs);
    for (let serviceDay = first; serviceDay < first + SAMPLE_DAYS; serviceDay++) {
      const departsAt = momentOf(from.zone, serviceDay * DAY_MS + Number(departsLocal) * MINUTE_MS).at;
      yield {
        carrier,
        number: Number(number),
        suffix: '',
        origin,
        destination,
        serviceDay,
        departsAt,
        arrivesAt: departsAt + flownMs,
        equipment,
        seatMap: plan.map.id,
        baseFare: fare,
        currency: FARE_CURRENCY,
      };
    }
  }
}
