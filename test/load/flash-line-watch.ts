import { setTimeout as wait } from 'node:timers/promises';
import { SERVED_AT_ONCE } from '../../main/admission/flash-line.ts';
import { TRAINING_USERS } from '../../main/training/training-users.ts';
import { assert } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { signIn } from './console-sign-in.ts';
import { type Proved, proveLot, proveOrder } from './flash-line-proof.ts';
import { HeardEvents } from './heard-events.ts';
import { LoadConsole } from './load-console.ts';
import type { LoadHub } from './load-hub.ts';
import { Times } from './method-times.ts';

/** Long enough that all consoles have asked before the lot is drawn, also on a busy machine. */
const LOT_SECONDS = 30;
/** How often a console that waits looks at its place. */
const LOOK_MS = SECOND_MS;

type Place = Output<'queue.status'>['waiting'][number];

/** The line of the flight that all want: a supervisor opens it, and each console that waits in it asks where it stands. */
export class LineWatch {
  readonly #hub: LoadHub;
  readonly #flightId: number;
  readonly #mode: 'order' | 'lot';
  readonly #supervisor: LoadConsole;
  /** How many came before each desk and user, itself counted, where that was told. */
  readonly #ranks = new Map<string, number>();
  #inLot = 0;
  #looks = 0;
  readonly #problems = new Set<string>();

  private constructor(hub: LoadHub, flightId: number, mode: 'order' | 'lot', supervisor: LoadConsole) {
    this.#hub = hub;
    this.#flightId = flightId;
    this.#mode = mode;
    this.#supervisor = supervisor;
  }

  static async open(hub: LoadHub, flightId: number, mode: 'order' | 'lot'): Promise<LineWatch> {
    const who = TRAINING_USERS.find(({ role }) => role === 'supervisor');
    assert(who, 'a training store has a supervisor');
    const times = new Times();
    const apart = { times, heard: new HeardEvents(times), comeAgain: new Times(), refusals: new Map<string, number>() };
    const supervisor = await LoadConsole.open(hub.door, hub.consoles.length + 1, apart);
    await signIn(supervisor, { user: who.user, pin: who.pin, desk: 'L-BOSS' });
    const seconds = mode === 'lot' ? { seconds: LOT_SECONDS } : {};
    await supervisor.accepted('flashSale.open', { requestId: 'load-flash-open', flightId, mode, ...seconds });
    return new LineWatch(hub, flightId, mode, supervisor);
  }

  /** Follows the place of a console from the moment at which it has asked until it is answered. */
  async watch(console: LoadConsole, asked: Promise<unknown>): Promise<void> {
    let answered = false;
    const over = asked.finally(() => {
      answered = true;
    });
    // Sent behind the hold on the same connection, so the hub reads them behind it.
    const [before, first, after] = await Promise.all([this.#look(console), this.#placeOf(console), this.#look(console)]);
    if (first?.position === null) this.#inLot++;
    else if (first && before.served === after.served) this.#ranks.set(this.#who(console), before.served + SERVED_AT_ONCE + first.position);
    let last = first;
    while (!answered) {
      await Promise.race([wait(LOOK_MS), over]);
      if (answered) return;
      const now = await this.#placeOf(console);
      if (now && last && (last.position ?? Number.POSITIVE_INFINITY) < (now.position ?? Number.POSITIVE_INFINITY))
        this.#problems.add(`a console that was number ${last.position} became number ${now.position}`);
      last = now ?? last;
    }
  }

  async #look(console: LoadConsole): Promise<{ readonly served: number; readonly waiting: number }> {
    const [sale] = (await console.accepted('flashSale.look', { flightIds: [this.#flightId] })).sales;
    if (!sale) this.#problems.add('a console found no flash sale');
    return sale ?? { served: -1, waiting: 0 };
  }

  async #placeOf(console: LoadConsole): Promise<Place | undefined> {
    const { waiting } = await console.accepted('queue.status', {});
    this.#looks++;
    const [place] = waiting;
    if (!place) return undefined;
    const { position, of, waitMs, requestId } = place;
    const right = of >= 1 && of <= this.#hub.consoles.length && waitMs >= 0 && (position === null || (position >= 1 && position <= of));
    if (!right || waiting.length > 1 || requestId !== `flash-${console.number}-hold`)
      this.#problems.add(`a console was told a place that cannot be: ${JSON.stringify(waiting)}`);
    if (position === null && this.#mode === 'order') this.#problems.add('a console was told of a lot, and the sale is in order');
    return place;
  }

  #who({ number }: LoadConsole): string {
    const { desk, user } = this.#hub.store.places[number] ?? { desk: '', user: '' };
    return `${desk} ${user}`;
  }

  leave(): Promise<void> {
    return this.#supervisor.close();
  }

  /** Once the hub has ended. `seats`: how many there were. */
  async proved(seats: number): Promise<Proved> {
    const { file } = this.#hub.store;
    const { said, problems } = this.#mode === 'lot' ? await proveLot(file, seats, this.#inLot) : await proveOrder(file, this.#ranks);
    return { said: [...said, `${this.#looks} times a console asked where it stands`], problems: [...this.#problems, ...problems] };
  }
}
