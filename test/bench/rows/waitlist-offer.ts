import { AGENT, accepted, makeSmallStore, oneSeat, openBenchHub, placeHold, SEATS } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';

const FLIGHTS = 128;
const WARM_UP = 4_000;
const OFFERED = 16_000;
const IN_FLIGHT = 64;

/** Flights with one free seat, a list on each. Every no releases the hold of one party and offers its seat to the next, durable, in one step. */
export const waitlistOffer: Row = {
  metrics: ['waitlist.offer'],
  async measure(bench) {
    const opened = await openBenchHub(await makeSmallStore(bench, FLIGHTS));
    const { hub } = opened;
    const taken = SEATS.slice(1);
    const hold = (turn: number) =>
      placeHold(opened, oneSeat(`bench-fill-${turn}`, 1 + Math.floor(turn / taken.length), taken[turn % taken.length] ?? ''));
    await underLoad(0, FLIGHTS * taken.length, 256, hold);
    const all = WARM_UP + OFFERED;
    const entries: number[] = [];
    // One turn more a flight, so that the last no has a next.
    await underLoad(0, all + FLIGHTS, IN_FLIGHT, async (turn) => {
      const party = {
        flights: [1 + (turn % FLIGHTS)],
        cabin: 'Y' as const,
        passengers: [{ type: 'ADT' as const, infant: false, assistance: false }],
      };
      const about = { name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117', fareLimit: null, priority: 'normal' as const, reason: '' };
      entries[turn] = accepted(await hub.execute('waitlist.join', { requestId: `bench-join-${turn}`, ...party, ...about }, AGENT)).entryId;
    });
    const say = async (turn: number) => {
      const input = { requestId: `bench-say-${turn}`, entryId: entries[turn] ?? 0, answer: 'no' as const };
      accepted(await hub.execute('waitlist.answer', input, AGENT));
    };
    await underLoad(0, WARM_UP, IN_FLIGHT, say);
    const { perSecond, samples } = await underLoad(WARM_UP, all, IN_FLIGHT, say);
    const storeBytes = opened.bytes();
    await opened.close();
    const { p50, p99, p999 } = percentiles(samples);
    const note = `${IN_FLIGHT} in flight, ${FLIGHTS} flights of ${SEATS.length} seats, after ${WARM_UP} to warm up`;
    return [
      { metric: 'waitlist.offer', value: perSecond, unit: 'offers/s', target: '>= 5000', ratio: 1, p50, p99, p999, storeBytes, note },
    ];
  },
};
