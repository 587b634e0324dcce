import { assert } from '../../../../shared/assert.ts';
import { ANA, adult, sale, value } from '../../../main/support/test-hub.ts';
import { EVENTS_BEFORE, NEIGHBOUR, ON, OUT, openCounter } from './open-counter.ts';
import { runSales } from './sale-run.ts';

/** Both flights with nobody on them. */
async function runEmpty() {
  const counter = await openCounter();
  const { hub, reference } = counter;
  await counter.passNight(EVENTS_BEFORE);
  const mapOf = async (flightId: number) => value(await hub.ask('flights.seatMap', { flightId }, ANA));
  const plan = (id: string) => {
    const found = reference.seatPlan(id);
    assert(found, `the reference has no seat map ${id}`);
    return found.map;
  };
  const seats = {
    answers: [await mapOf(OUT), await mapOf(ON)],
    quote: value(await hub.ask('pricing.quote', { flightId: OUT, cabin: 'Y' }, ANA)),
    maps: {
      singleAisle: plan('a320'),
      twoCabins: plan('a319'),
      twinAisle: plan('777-300er'),
      regional: plan('crj-200'),
      long: plan('767-300'),
    },
  };
  // Once row 1 is gone the best seat is not the one on which the focus begins.
  value(await counter.hold(OUT, ['1D', '1E', '1F'], {}, NEIGHBOUR));
  const best = value(await hub.ask('flights.bestSeats', { flightId: OUT, cabin: 'Y', party: [adult], wish: 'together' }, ANA));
  await hub.close();
  return { ...seats, best };
}

/** AA 185 as Ana sees it after the next counter has sold 2A and holds 3D. The newest event has the same number as above. */
async function runTaken() {
  const counter = await openCounter();
  await counter.passNight(EVENTS_BEFORE - 3);
  const held = value(await counter.hold(OUT, ['2A'], {}, NEIGHBOUR));
  value(await counter.hub.change('payments.confirm', { ...sale(held), approved: [] }, NEIGHBOUR, counter.requestId()));
  value(await counter.hold(OUT, ['3D'], {}, NEIGHBOUR));
  const answer = value(await counter.hub.ask('flights.seatMap', { flightId: OUT }, ANA));
  await counter.hub.close();
  return answer;
}

export async function runSeats() {
  const empty = await runEmpty();
  const best = empty.best.choices[0]?.seats[0];
  assert(best, 'an empty flight has a best seat');
  return { ...empty, taken: await runTaken(), ...(await runSales(best)) };
}
