import { SYSTEM } from '../../../main/actor.ts';
import { FlightSeller } from '../../../main/colleagues/flight-seller.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { accepted, makeSmallStore, openBenchHub } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { readLatency } from './read-latency.ts';

const HOME = 'JFK';
const WARM_UP = 3;
const TIMES = 30;

/** The list of flights by money at stake, of the airport of a sold training day: what the pricing room opens with. */
export const pricingList: Row = {
  metrics: ['pricing.list'],
  async measure(bench) {
    const file = await makeSmallStore(bench, 0, 'training');
    const opened = await openBenchHub(file, 'training');
    accepted(await opened.hub.change('schedule.loadSample', {}, SYSTEM, null));
    const seller = new FlightSeller({ hub: opened.hub, reference: loadReference() });
    const flights = await seller.unsold({ which: 'from-home', home: HOME, after: opened.clock.now() - 2 * DAY_MS, afterId: 0 });
    if (!(await seller.sellTogether(flights))) throw new Error('the day was not sold');
    await opened.close();
    const inputs = Array.from({ length: WARM_UP + TIMES }, () => ({ filter: HOME, sort: 'stake', reversed: false, limit: 200 }) as const);
    const note = `${flights.length} flights of an airport with their sales; ratio to the same statements by bare better-sqlite3, in turn`;
    const asked = {
      metric: 'pricing.list',
      target: 300,
      query: 'pricing.flights',
      warmUp: WARM_UP,
      inputs,
      note,
      mode: 'training',
    } as const;
    return [await readLatency(file, asked)];
  },
};
