import type { SeededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { SystemCalls } from '../../shared/system-rights.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import type { Clerk, SystemMethod, WhichSystem } from './station-action.ts';

/** The others have the rest of the steps: a meeting is long. */
const MEETING_ONE_IN = 14;
const CONSOLES = [1, 2, 3] as const;
const CLERKS: readonly Clerk[] = ['ruth', 'omar', 'vera'];
const SYSTEMS = ['S1', 'S2', 'S3'] as const;
const METHODS: readonly SystemMethod[] = ['settings.get', 'holds.release', 'jobs.list', 'desks.allow'];
const CALLS: readonly SystemCalls[] = ['nothing', 'reads', 'sells', 'supervises'];
/** Holds that lapse one after the other before an agent is slowed. */
const LAPSES = 5;
const SLOWED_MS = 20 * SECOND_MS;

/** Steps that follow each other, as far as no other chooser has begun something. */
type Meeting = (random: SeededRandom, around: Around) => readonly Draft[];

const wait = (ms: number): Draft => ({ do: 'wait', ms });
const oneIn = (random: SeededRandom, times: number, ...drafts: readonly Draft[]): readonly Draft[] =>
  random.below(times) === 0 ? drafts : [];

/** The power fails with what is written next, or the hub is quit. */
const restarts = (random: SeededRandom): readonly Draft[] =>
  random.below(2) === 0
    ? [{ do: 'quit' }]
    : [
        { do: 'crash', at: random.pick(['before-commit', 'after-commit'] as const), tail: 1 },
        { do: 'alarm', figure: 'store', ms: HOUR_MS, by: 'mercy' },
      ];

/** A system is paired and may call nothing. A supervisor says what it may, and takes it back; it tries more than that. */
const allows: Meeting = (random, around) => {
  const { station } = around.model();
  const free = SYSTEMS.filter((name) => !station.named(name));
  const tries = (of: WhichSystem, times = 1): Draft[] => METHODS.map((method) => ({ do: 'system-calls', of, method, times }));
  const allow = (of: WhichSystem | 'console', calls: SystemCalls): Draft => ({
    ...{ do: 'allow-system', of, by: random.below(8) === 0 ? 'ana' : 'mercy' },
    rights: { calls, feeds: random.below(2) === 0, callsPerSecond: random.pick([1, 2, 20]) },
  });
  const pairs: Draft[] = [
    { do: 'offer-desk', desk: free[0] ?? 'S1', kind: 'system' },
    { do: 'pair', console: random.pick(CONSOLES), code: 'right', brings: 'new', system: true },
    ...tries('newest'),
  ];
  const first = random.pick(CALLS);
  return [
    ...(free.length === 0 ? [{ do: 'end-system', of: 'older' } as const] : pairs),
    allow('newest', first),
    ...tries('newest'),
    ...oneIn(random, 3, ...restarts(random), ...tries('newest')),
    allow(random.below(4) === 0 ? random.pick(['console', 'nobody', 'older'] as const) : 'newest', random.pick(CALLS)),
    { do: 'system-calls', of: 'newest', method: random.pick(METHODS), times: random.pick([2, 3, 5]) },
    ...tries(random.pick(['newest', 'older', 'nobody'] as const)),
    wait(random.pick([SECOND_MS, 500, 2 * SECOND_MS])),
    ...tries('newest', 2),
    ...oneIn(random, 3, { do: 'end-system', of: random.pick(['newest', 'older'] as const) }, ...tries('newest')),
  ];
};

/** An agent leaves holds to lapse, just not as many as are too many, or more; sells one meanwhile; is slowed, and forgiven. */
const hoards: Meeting = (random, around) => {
  const desk = 1 + random.below(2);
  const open = around.openFlights();
  if (open.length === 0) return [];
  const holds = (): Draft => ({ do: 'hoarder-holds', desk, flight: random.pick(open).id });
  const many = random.pick([LAPSES - 1, LAPSES, LAPSES, LAPSES + 1]);
  const pause = random.pick([0, 500, 2 * SECOND_MS]);
  const sells: Draft = { do: 'hoarder-sells', desk };
  const looks: Draft = { do: 'look-hoarders' };
  return [
    ...Array.from({ length: many }, () => [holds(), ...(pause > 0 ? [wait(pause)] : [])]).flat(),
    ...oneIn(random, 5, sells),
    ...oneIn(random, 5, ...restarts(random)),
    // Longer than holds last, mostly.
    wait(random.pick([5, 6, 11, 31]) * MINUTE_MS),
    looks,
    holds(),
    holds(),
    ...oneIn(random, 3, ...restarts(random), looks, holds(), holds()),
    wait(SLOWED_MS - 2),
    holds(),
    wait(4),
    holds(),
    ...oneIn(random, 2, sells, looks, holds(), holds()),
    ...oneIn(random, 3, wait(HOUR_MS - 7 * MINUTE_MS), looks, wait(20 * MINUTE_MS), looks, holds(), holds()),
  ];
};

/** The hub is started again while people are signed in: their consoles come back locked, at their own desks, if it was not away for long. */
const outlives: Meeting = (random) => {
  const [console, other] = [random.pick(CONSOLES), random.pick(CONSOLES)];
  const who = random.pick(CLERKS);
  const resumes = (from: number): Draft[] => [
    { do: 'connect', console, proves: 'own' },
    { do: 'resume', console, from },
  ];
  const asleep = random.below(4) === 0 ? [{ do: 'sleep', ms: 10 * MINUTE_MS + random.pick([-MINUTE_MS, MINUTE_MS]) } as const] : [];
  return [
    { do: 'connect', console, proves: 'own' },
    { do: 'sign-in', console, who, pin: 'right' },
    ...oneIn(random, 3, { do: 'lock-console', console }),
    ...oneIn(random, 4, { do: 'rename-desk', console, desk: random.pick(['SIM-01', 'SIM-02', 'T1-01'] as const) }),
    ...oneIn(random, 3, wait(MINUTE_MS)),
    ...asleep,
    // They may sign in no more, and the power fails before their session has ended.
    ...(random.below(4) === 0
      ? ([
          { do: 'crash', at: 'after-commit', tail: 1 },
          { do: 'let-in', who, what: 'inactive' },
        ] as const)
      : restarts(random)),
    { do: 'let-in', who, what: 'active' },
    ...oneIn(random, 4, wait(random.pick([9, 11]) * MINUTE_MS)),
    ...oneIn(random, 4, ...restarts(random)),
    ...oneIn(random, 4, ...resumes(other)),
    ...resumes(console),
    ...oneIn(random, 2, { do: 'sign-in', console, who, pin: 'right' }),
    { do: 'look-desks' },
  ];
};

/** Chooses what guards a station: what other systems may call, who is slowed for holds that lapse, and sessions over a restart of the hub. */
export class ChooseGuarded {
  readonly #around: Around;
  #plan: Draft[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const planned = this.#plan.shift();
    if (planned) return planned;
    const random = this.#around.own();
    // The first draws say more of other steps.
    for (let burnt = 0; burnt < 4; burnt++) random.next();
    if (random.below(MEETING_ONE_IN) > 0) return undefined;
    const meeting = random.pick<Meeting>([allows, hoards, outlives]);
    this.#plan = [...meeting(random, this.#around)];
    return this.#plan.shift();
  }
}
