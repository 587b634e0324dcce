import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from './action.ts';
import { Chooser } from './choose-action.ts';
import type { Failure } from './failure.ts';
import { People } from './perform.ts';
import { seatsUnnamed } from './seats-unnamed.ts';
import { SimulatedHub } from './simulated-hub.ts';
import { VirtualTime } from './virtual-time.ts';
import { withWayBack } from './way-back.ts';
import { START } from './world.ts';

/** Steps after which everything is looked at, not only what was moved. */
const WHOLE_EVERY = 700;

export interface Run {
  /** What was done, up to the step that failed. */
  readonly actions: readonly Action[];
  readonly crashes: number;
  readonly bookings: number;
  /** How often each reply was met. */
  readonly met: ReadonlyMap<string, number>;
  readonly failure: Failure | undefined;
}

/** Where stores are made and lost: in memory where the system has such a place, since the power cuts are made by copying. */
export interface Place {
  readonly folder: string;
  readonly template: string;
}

const newTime = (): VirtualTime => {
  const time = new VirtualTime(START);
  time.install();
  return time;
};

/** Does what `next` says until it says no more or something is wrong. */
async function run(place: Place, next: (hub: SimulatedHub, step: number, people: People) => Action | undefined): Promise<Run> {
  const folder = join(place.folder, 'run');
  mkdirSync(folder, { recursive: true });
  const hub = await SimulatedHub.open(folder, place.template, newTime());
  const people = new People(hub);
  const actions: Action[] = [];
  try {
    for (let action = next(hub, 0, people); action && !hub.failure; action = next(hub, actions.length, people)) {
      actions.push(action);
      await people.perform(action);
      if (actions.length % WHOLE_EVERY === 0 && !action.join && !hub.failure) hub.guard(() => hub.judge.whole());
    }
    if (!hub.failure) await hub.finish();
  } catch (error) {
    hub.fail(error);
  }
  const { crashes, failure } = hub;
  const { met, model } = hub.judge;
  hub.close();
  rmSync(folder, { recursive: true });
  return { actions, crashes, bookings: model.bookings.size, met, failure };
}

/** A run by chance: the same seed does the same. */
export function runSeed(place: Place, seed: number, steps: number): Promise<Run> {
  let chooser: Chooser | undefined;
  return run(place, (hub, step, people) => {
    chooser ??= new Chooser(
      seed,
      () => hub.judge.model,
      () => hub.now(),
      (key) => people.knows(key)?.bookingId,
      (key) => people.entryOf(key),
    );
    return step < steps ? seatsUnnamed(seed, withWayBack(seed, hub.judge.model, chooser.next())) : undefined;
  });
}

/** The same steps once more, or some of them. */
export const runActions = (place: Place, actions: readonly Action[]): Promise<Run> => run(place, (_desk, step) => actions[step]);
