import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPIRY_BATCH_MAX } from '../../../shared/bounds.ts';
import { instant, MINUTE_MS } from '../../../shared/instants.ts';
import { flightsFor, holdInput, makeSmallStore, openBenchHub, placeHold } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';
import { bareExpiry } from '../raw/bare-expiry.ts';

const BURST = 100_000;

/** A hundred thousand holds that end within one second: how long until all their seats are back. */
export const expiryBurst: Row = {
  metrics: ['expiry.burst'],
  async measure(bench) {
    const file = await makeSmallStore(bench, flightsFor(BURST));
    const before = await openBenchHub(file);
    await underLoad(0, BURST, 256, (turn) => placeHold(before, holdInput(turn)));
    await before.close();
    const copy = join(bench.scratch(), 'live.sqlite');
    copyFileSync(file, copy);

    const { hub, clock, bytes, close } = await openBenchHub(file);
    let [from, early] = [0, 0];
    const samples: number[] = [];
    const all = Promise.withResolvers<void>();
    hub.on((events) => {
      for (const event of events) {
        if (event.type !== 'hold.expired') continue;
        samples.push(performance.now() - from);
        if (event.data.expiresAt !== null && event.at < event.data.expiresAt) early++;
      }
      if (samples.length === BURST) all.resolve();
    });
    // The clock steps past every deadline, as after a sleep: all of them are due at once.
    clock.adopt(instant(clock.now() + 6 * MINUTE_MS));
    from = performance.now();
    hub.wake();
    await all.promise;
    const ms = performance.now() - from;
    const storeBytes = bytes();
    await close();
    const rawMs = await bareExpiry(copy, file, EXPIRY_BATCH_MAX);
    const note = `${BURST} holds, ${early} early; the same changes by bare better-sqlite3 ${(rawMs / 1_000).toFixed(2)} s in batches of ${EXPIRY_BATCH_MAX}`;
    const { p50, p99, p999 } = percentiles(samples);
    return [{ metric: 'expiry.burst', value: ms / 1_000, unit: 's', target: '<= 5', ratio: ms / rawMs, p50, p99, p999, storeBytes, note }];
  },
};
