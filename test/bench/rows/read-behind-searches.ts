import { seededRandom } from '../../../main/seeded-random.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { AGENT, openBenchHub } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed } from '../measure.ts';
import { sampleAirports } from '../stores/generate-flights.ts';

const SEED = 9_061;
const SEARCHES = 60;
const READS = 400;
const WARM_UP = 40;
const FLOOD = { address: '10.0.0.1', console: 'flood', local: false };
const DESK = { address: '10.0.0.2', console: 'desk', local: false };

/** How long a quick read waits while one console always has sixty searches with two stops under way, and how long it waits alone. */
export const readBehindSearches: Row = {
  metrics: ['read.behind_searches'],
  async measure(bench) {
    const { file, recipe } = await bench.stores.prepared('million');
    const { hub, bytes, close } = await openBenchHub(file);
    const random = seededRandom(SEED);
    const airports = sampleAirports().map(({ airport }) => airport.code);
    const date = dateOfDay(recipe.firstDay + 1);
    const search = (): Input<'flights.search'> => {
      const from = random.pick(airports);
      const to = random.pick(airports.filter((code) => code !== from));
      const party = { adults: 1, children: 0, cabin: null };
      return { from, to, date, ...party, maxStops: 2, leavesFrom: 0, leavesTo: 1_440, sort: 'price' };
    };
    const read = () => timed(() => hub.askJson('flights.seatMap', { flightId: 1 + random.below(1_000_000) }, AGENT, DESK));
    const reads = async (): Promise<number[]> => {
      const samples: number[] = [];
      for (let turn = 0; turn < WARM_UP + READS; turn++) samples.push(await read());
      return samples.slice(WARM_UP);
    };

    const alone = await reads();
    let over = false;
    let searched = 0;
    const flood = Array.from({ length: SEARCHES }, async () => {
      while (!over) {
        await hub.askJson('flights.search', search(), AGENT, FLOOD);
        searched++;
      }
    });
    const behind = await reads();
    over = true;
    await Promise.all(flood);
    await close();
    const note = `${READS} seat maps, one after the other, behind ${SEARCHES} searches with two stops (${searched} ended meanwhile); ratio to the same reads alone`;
    return [latencyFigure('read.behind_searches', 'p99', 20, behind, alone, { note, storeBytes: bytes() })];
  },
};
