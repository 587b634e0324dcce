import type { SeededRandom } from '../../main/seeded-random.ts';
import { CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { Staff } from './world.ts';

const AGENTS: readonly Staff[] = ['ana', 'ben', 'mercy'];
/** More than are served at once. */
const CROWD = 40;
/** By how much a clock stands ahead that nobody doubts. */
const AHEAD_MS = 3 * HOUR_MS;

/** What befalls a lot while it gathers, or when it is drawn: nothing mostly. */
type Befalls = 'nothing' | 'power' | 'lock' | 'full' | 'asleep' | 'ahead' | 'closed' | 'quit';

/** Holds of a flight wait in line: in order, or by lot. Callers come together, ask where they stand, go away, or come after the draw. */
export function chooseFlash(random: SeededRandom, around: Around): readonly Draft[] {
  const open = around.openFlights();
  if (open.length === 0 && random.below(6) > 0) return [];
  const model = around.model();
  const some = [...model.flights.keys()];
  const flight = open.length === 0 || random.below(12) === 0 ? random.pick([...some, some.length + 1]) : random.pick(open).id;
  const by: Staff = random.below(10) === 0 ? 'ana' : 'mercy';
  const ends: Draft = { do: 'end-flash', flight, by };
  const standing = model.station.openSale(flight);
  if (standing && random.below(2) === 0) return [ends];
  return random.below(3) === 0 ? inOrder(random, flight, by, ends) : byLot(random, around, flight, by, ends);
}

function inOrder(random: SeededRandom, flight: number, by: Staff, ends: Draft): Draft[] {
  return [
    { do: 'flash', flight, seconds: null, by },
    ...(random.below(4) === 0 ? [{ do: 'flash', flight, seconds: null, by } as const] : []),
    { do: 'rush', flight, callers: random.pick([3, CROWD]), size: random.pick([1, 1, 2, 3]) },
    { do: 'look-line', flight },
    { do: 'clerk-holds', console: 1 + random.below(3), flight, size: 1 },
    ...(random.below(3) > 0 ? [ends] : []),
  ];
}

function byLot(random: SeededRandom, around: Around, flight: number, by: Staff, ends: Draft): Draft[] {
  const seconds = random.pick([5, 30, 90]);
  const ms = seconds * SECOND_MS;
  // Hours are over then, and most flights have left.
  const befalls =
    random.below(25) === 0
      ? 'asleep'
      : random.pick<Befalls>([
          ...([
            'nothing',
            'nothing',
            'nothing',
            'nothing',
            'nothing',
            'ahead',
            'lock',
            'full',
            'power',
            'lock',
            'full',
            'asleep',
            'ahead',
            'closed',
            'quit',
          ] as const),
        ]);
  const [as, other] = [random.pick(AGENTS), random.pick(AGENTS)];
  const model = around.model();
  const seats = model.flights.has(flight) ? seatsOf(model, flight, 'Y') : [];
  const seat = seats.find((one) => isFree(model, flight, one)) ?? '10A';
  const named = (who: Staff): Draft => ({
    ...{ do: 'place', legs: [{ flight, cabin: 'Y', seats: [seat] }], party: ['ADT'], spoken: true, as: who },
    ...(random.below(3) === 0 ? { twice: true as const } : {}),
  });
  const ahead: Draft = { do: 'set-clock', ms: AHEAD_MS };
  const console = 1 + random.below(3);
  const back: Draft[] = [
    { do: 'set-clock', ms: -AHEAD_MS },
    { do: 'set-time-right', off: 0, as: 'mercy' },
  ];
  const gathered: Draft[] = [
    named(as),
    { do: 'rush', flight, callers: 2 + random.below(4), size: random.pick([1, 2, 2, 3]) },
    { do: 'clerk-holds', console, flight, size: 1 + random.below(2) },
    named(other),
    { do: 'line', what: 'status', at: random.pick([as, other, console]) },
    { do: 'look-line', flight },
    ...(random.below(3) === 0 ? [{ do: 'line', what: 'leave', at: random.pick([as, other, console]) } as const] : []),
    ...(random.below(4) === 0 ? [{ do: 'connect', console, proves: 'own' } as const] : []),
  ];
  const drawn: Readonly<Record<Befalls, readonly Draft[]>> = {
    nothing: [
      { do: 'wait', ms: ms - 1 },
      { do: 'look-line', flight },
      { do: 'wait', ms: 1 },
    ],
    power: [
      { do: 'crash', at: random.pick(['before-commit', 'after-commit'] as const), tail: 1 },
      { do: 'wait', ms },
      { do: 'rush', flight, callers: 3, size: 1 },
    ],
    lock: [{ do: 'wait', ms: ms - 1 }, { do: 'lock' }, { do: 'wait', ms: 1 }, { do: 'wait', ms: 10 * SECOND_MS }],
    full: [
      { do: 'disk-full', pages: 0 },
      { do: 'wait', ms },
      { do: 'line', what: 'status', at: as },
      { do: 'disk-room' },
      { do: 'wait', ms: 2 * SECOND_MS },
    ],
    asleep: [
      { do: 'sleep', ms: CLOCK_STEP_MS_MAX + HOUR_MS },
      { do: 'wait', ms },
      { do: 'confirm-time', off: 0, as: 'ben' },
      { do: 'wait', ms: 5 * SECOND_MS },
    ],
    ahead: [...back, { do: 'look-line', flight }, { do: 'wait', ms: 2 * ms + 10 * SECOND_MS }],
    closed: [ends],
    quit: [{ do: 'quit' }, { do: 'wait', ms }],
  };
  return [
    ...(befalls === 'ahead' ? [ahead] : []),
    { do: 'flash', flight, seconds, by },
    ...gathered,
    ...drawn[befalls],
    { do: 'rush', flight, callers: 2, size: 1 },
    { do: 'line', what: 'status', at: as },
    ...(random.below(3) > 0 ? [ends] : [{ do: 'wait', ms: random.below(10) * MINUTE_MS } as const]),
  ];
}
