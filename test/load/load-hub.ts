import { rmSync } from 'node:fs';
import { AREAS } from '../../shared/topics.ts';
import { HubProcess } from '../crash/hub-process.ts';
import { type HubDoor, SECURE_HOST, secureDoor } from '../support/hub-door.ts';
import { signIn, signInAll } from './console-sign-in.ts';
import { HeardEvents } from './heard-events.ts';
import { LoadConsole, type LoadWatch } from './load-console.ts';
import { type LoadStore, makeLoadStore, WITNESS } from './load-store.ts';
import { Times } from './method-times.ts';
import type { LoadArguments } from './read-arguments.ts';
import { topicsOfFrame } from './topics-of-frame.ts';

/** Methods whose times are told while the load is under way. */
const TOLD_ON_THE_WAY = ['flights.search', 'holds.place'];

/** A hub of the load's own, as the product runs it, with everybody signed in. */
export interface LoadHub {
  readonly store: LoadStore;
  readonly door: HubDoor;
  readonly consoles: readonly LoadConsole[];
  readonly watch: LoadWatch;
  readonly process: HubProcess;
  /** Tells what has been done so far. */
  readonly say: (line: string) => void;
  /** Ends the hub with all that was taken done, so that its store can be looked at. */
  stop(): Promise<void>;
}

/** One console more, that hears all and asks for nothing. */
async function openWitness(door: HubDoor, number: number, watch: LoadWatch): Promise<LoadConsole> {
  const witness = await LoadConsole.open(door, number, watch);
  await signIn(witness, WITNESS);
  const { event } = await witness.accepted('session.state', {});
  watch.heard.begin(number, event);
  await witness.accepted('console.follow', { topics: [...AREAS], after: event, anew: true });
  return witness;
}

/** Starts a hub, works with it, ends it by its own id, and removes its folder unless something was wrong. */
export async function withLoadHub<Found extends { readonly problems: readonly string[] }>(
  { consoles: count, host, secure, profile }: LoadArguments,
  say: (line: string) => void,
  work: (hub: LoadHub) => Promise<Found>,
): Promise<Found> {
  say('making a store');
  const store = await makeLoadStore(count);
  // A process that Node is to profile is told so by its environment, because its arguments are the product's.
  if (profile !== undefined) process.env.NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=${profile}`;
  const hub = new HubProcess(store.folder, '--host', secure ? SECURE_HOST : host);
  delete process.env.NODE_OPTIONS;
  let found: Found | undefined;
  try {
    const address = await hub.ready;
    const door = secure ? await secureDoor(address) : { address };
    const times = new Times(TOLD_ON_THE_WAY);
    const watch: LoadWatch = { times, heard: new HeardEvents(times), comeAgain: new Times(), refusals: new Map() };
    say(`signing ${count} consoles in`);
    const consoles = await Promise.all(store.places.map((_, at) => LoadConsole.open(door, at, watch)));
    await signInAll(consoles, store.places);
    const witness = await openWitness(door, count, watch);
    await Promise.all(consoles.map((console) => console.follow(topicsOfFrame(store.places[console.number]?.desk ?? ''))));
    const stop = async (): Promise<void> => {
      await Promise.all([witness, ...consoles].map((console) => console.close()));
      await hub.stop();
    };
    found = await work({ store, door, consoles, watch, process: hub, say, stop });
    return found;
  } finally {
    await hub.kill();
    if (found?.problems.length === 0) rmSync(store.folder, { recursive: true, force: true });
    else say(`the store is kept in ${store.folder}`);
  }
}
