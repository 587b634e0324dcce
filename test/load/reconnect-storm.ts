import { rmSync } from 'node:fs';
import { HubProcess } from '../crash/hub-process.ts';
import { SECURE_HOST, secureDoor } from '../support/hub-door.ts';
import { BridgeConsole } from './bridge-console.ts';
import { signInAll } from './console-sign-in.ts';
import { makeLoadStore } from './load-store.ts';
import { Times, type TimesSummary } from './method-times.ts';
import type { LoadArguments } from './read-arguments.ts';

export interface StormFigures {
  /** From the cut, or from the moment at which the hub that was started again let people in, until a console is live: resumed and answered. */
  readonly times: Record<string, TimesSummary>;
  /** From the kill of the hub until its successor lets people in. */
  readonly startMs: number;
  readonly problems: readonly string[];
}

/** Everybody loses the hub at once and comes back by the bridge of the product's own page: first the network is cut, then the hub is killed. */
export async function reconnectStorm({ consoles: count, host, secure }: LoadArguments, say: (line: string) => void): Promise<StormFigures> {
  say('making a store');
  const store = await makeLoadStore(count);
  const startHub = (...args: string[]) => new HubProcess(store.folder, '--host', secure ? SECURE_HOST : host, ...args);
  let hub = startHub();
  const problems: string[] = [];
  const times = new Times();
  let consoles: BridgeConsole[] = [];
  try {
    const address = await hub.ready;
    const door = secure ? await secureDoor(address) : { address };
    say(`signing ${count} consoles in`);
    consoles = store.places.map(({ desk }) => new BridgeConsole(door, desk));
    await Promise.all(consoles.map((console) => console.up));
    await signInAll(consoles, store.places);

    say('cutting all connections');
    const cut = performance.now();
    for (const console of consoles) console.cut();
    await allLive('network cut', consoles, cut, false);

    say('killing the hub');
    const killed = performance.now();
    await hub.kill();
    hub = startHub('--port', new URL(address).port);
    await hub.ready;
    const ready = performance.now();
    await allLive('hub killed', consoles, ready, true);
    return { times: times.summaries((performance.now() - ready) / 1_000), startMs: ready - killed, problems };
  } finally {
    for (const { bridge } of consoles) bridge.close();
    await hub.kill();
    rmSync(store.folder, { recursive: true, force: true });
  }

  /** After a kill the hub asks for PINs: nobody may go on without. */
  async function allLive(name: string, all: readonly BridgeConsole[], from: number, locked: boolean): Promise<void> {
    await Promise.all(
      all.map(async (console, at) => {
        await console.up;
        const { session } = await console.accepted('session.state', {});
        times.add(name, performance.now() - from);
        if (session?.user !== store.places[at]?.user) problems.push(`console ${at} came back as ${session?.user ?? 'nobody'} (${name})`);
        if (session?.locked !== locked) problems.push(`console ${at} came back ${locked ? 'without its lock' : 'locked'} (${name})`);
      }),
    );
  }
}
