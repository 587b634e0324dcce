import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { chooseFlash } from './choose-flash.ts';
import type { FigureDrawn } from './model/health.ts';
import type { Clerk } from './station-action.ts';
import type { Staff } from './world.ts';

/** The others have the rest of the steps. */
const STEP_ONE_IN = 2;
/** T1 to T3 have shifts and holds of their own. */
const NAMES = ['G1', 'G2', 'G3', 'G4', 'G5', 'T1', 'T2', 'T3', 'T1', 'T2', 'T3'] as const;
const RESERVED = ['SIM-01', 'T1-01'] as const;
const CONSOLES = [1, 2, 3] as const;
const CLERKS: readonly Clerk[] = ['ruth', 'omar', 'vera'];
const FIGURES: readonly FigureDrawn[] = ['payment', 'hold', 'store', 'oversale'];

/** Steps that follow each other, as far as no other chooser has begun something. */
type Meeting = (random: SeededRandom, around: Around) => readonly Draft[];

const agent = (random: SeededRandom): Staff => (random.below(12) === 0 ? 'ana' : 'mercy');
const signIn = (console: number, who: Clerk, pin: 'right' | 'wrong' = 'right'): Draft => ({ do: 'sign-in', console, who, pin });
const times = (count: number, draft: Draft): Draft[] => Array.from({ length: count }, () => draft);

/** How a desk may be called: as no other, mostly. */
function aName(random: SeededRandom, around: Around): string {
  const { station } = around.model();
  const free = NAMES.filter((name) => !station.named(name));
  if (random.below(12) === 0) return random.pick(RESERVED);
  return random.pick(free.length > 0 && random.below(6) > 0 ? free : NAMES);
}

/** A desk is paired, after some wrong tries or just before or after the code has ended, and somebody signs in there. */
const pairs: Meeting = (random, around) => {
  const console = random.pick(CONSOLES);
  const desk = aName(random, around);
  const wrong = random.pick([0, 0, 0, 1, 3, 4, 5]);
  const waits = random.pick([0, 0, 0, 0, MINUTE_MS, 2 * MINUTE_MS - 1, 2 * MINUTE_MS]);
  const kind = random.below(8) === 0 ? 'system' : 'console';
  const system = random.below(10) === 0 ? kind === 'console' : kind === 'system';
  const given: Draft = {
    ...{ do: 'pair', console, code: 'right', brings: random.below(8) === 0 ? 'same' : 'new' },
    ...(system ? { system: true as const } : {}),
  };
  return [
    // The console had another desk before, mostly.
    ...(random.below(3) > 0 ? [{ do: 'revoke-desk', console } as const] : []),
    { do: 'offer-desk', desk, kind },
    ...(random.below(10) === 0 ? [{ do: 'rename-desk', console: random.pick(CONSOLES), desk } as const] : []),
    ...times(wrong, { do: 'pair', console: random.pick(CONSOLES), code: random.pick(['wrong', 'wrong', 'last']), brings: 'new' }),
    ...(waits > 0 ? [{ do: 'wait', ms: waits } as const] : []),
    { do: 'look-desks' },
    ...(random.below(15) === 0 ? [{ do: 'end-offer' } as const] : []),
    given,
    // Its reply may have been lost.
    ...(random.below(3) === 0 ? [{ ...given, brings: 'same' } as const] : []),
    { do: 'connect', console, proves: 'own' },
    signIn(console, random.pick(CLERKS)),
  ];
};

/** PINs are tried at one or two desks, until a name is locked there or just not. */
const tries: Meeting = (random) => {
  const who = random.pick(CLERKS);
  const [here, there] = [random.pick(CONSOLES), random.pick(CONSOLES)];
  return [
    ...(random.below(2) === 0 ? [{ do: 'connect', console: here, proves: 'own' } as const] : []),
    ...times(random.pick([1, 2, 4, 5, 6]), signIn(here, who, 'wrong')),
    signIn(there, who, random.pick(['wrong', 'right'])),
    ...(random.below(3) === 0 ? [{ do: 'let-in', who, what: random.pick(['unlock', 'unlock', 'inactive'] as const) } as const] : []),
    ...(random.below(3) === 0 ? [{ do: 'wait', ms: 5 * MINUTE_MS - random.below(2) } as const] : []),
    signIn(here, who, random.pick(['right', 'right', 'wrong'])),
    { do: 'let-in', who, what: 'active' },
  ];
};

/** The socket of a console breaks, or its page is loaded anew. It takes its session up again, or somebody tries that at another desk. */
const comesBack: Meeting = (random) => {
  const [console, other] = [random.pick(CONSOLES), random.pick(CONSOLES)];
  return [
    ...(random.below(3) === 0 ? [{ do: random.pick(['lock-console', 'sign-out'] as const), console } as const] : []),
    ...(random.below(3) === 0 ? [signIn(other, random.pick(CLERKS))] : []),
    { do: 'connect', console, proves: random.below(6) === 0 ? random.pick(['other', 'nothing']) : 'own' },
    ...(random.below(8) === 0 ? [{ do: 'revoke-desk', console: other } as const] : []),
    { do: 'resume', console, from: random.below(2) === 0 ? other : console },
  ];
};

/** A supervisor decides about a desk. */
const decides: Meeting = (random, around) => {
  const console = random.pick(CONSOLES);
  const desk = aName(random, around);
  const rename: Draft = { do: 'rename-desk', console, desk };
  const open = around.openFlights();
  const holds = (): Draft => ({ do: 'clerk-holds', console, flight: random.pick(open).id, size: 1 });
  return [
    // What is held there belongs to the name.
    ...(open.length > 0 && random.below(2) === 0 ? [holds()] : []),
    random.below(6) === 0 ? { do: 'revoke-desk', console } : rename,
    ...(random.below(3) === 0 ? [{ do: 'resume', console, from: console } as const] : []),
    ...(random.below(2) === 0 ? [{ do: 'connect', console, proves: 'own' } as const] : []),
    signIn(console, random.pick(CLERKS)),
    { do: 'look-desks' },
  ];
};

/** A supervisor sees to alarms and limits. */
const seesTo: Meeting = (random) => {
  const figure = random.pick(FIGURES);
  const ms = random.pick([HOUR_MS, DAY_MS, 7 * DAY_MS, 7 * DAY_MS + 1, MINUTE_MS, MINUTE_MS - 1, 0]);
  return random.below(2) === 0
    ? [{ do: 'alarm', figure, ms, by: agent(random) }]
    : [{ do: 'limit', figure, limit: random.pick([null, 0, 1, 9, 10, 50, 60, 100, 101, 1_000, 60_000]), by: agent(random) }];
};

/** Chooses what a station with many consoles does beside the sale of seats: desks, sign-ins, flash sales, and what is done about its health. */
export class ChooseStation {
  readonly #around: Around;
  #plan: Draft[] = CLERKS.map((who) => ({ do: 'hire', who }));

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const planned = this.#plan.shift();
    if (planned) return planned;
    const random = this.#around.own();
    // The first draws say more of other steps.
    for (let burnt = 0; burnt < 4; burnt++) random.next();
    if (random.below(STEP_ONE_IN) > 0) return undefined;
    const meeting = random.pick<Meeting>([
      pairs,
      pairs,
      tries,
      comesBack,
      comesBack,
      decides,
      seesTo,
      chooseFlash,
      chooseFlash,
      chooseFlash,
    ]);
    this.#plan = [...meeting(random, this.#around)];
    return this.#plan.shift();
  }
}
