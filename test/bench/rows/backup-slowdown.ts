import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '../../../main/backup/make-backup.ts';
import { startBackup } from '../../../main/threads/start-backup.ts';
import { accepted, openBenchHub } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed } from '../measure.ts';
import { spreadHolds } from '../stores/spread-holds.ts';
import { SELLERS, sellFor } from './sell-for.ts';

const ROUNDS = 3;
const WINDOW_MS = 3_500;
const SALES_MAX = 200_000;

/** How much less is sold while a backup of a million bookings is being made, by turns with selling alone. */
export const backupSlowdown: Row = {
  metrics: ['backup.slowdown'],
  async measure(bench) {
    const store = await bench.stores.prepared('million');
    const holds = spreadHolds(store, SALES_MAX, 'backup')[Symbol.iterator]();
    const file = await bench.copyOf('million');
    const folder = join(bench.scratch(), 'backups');
    const opened = await openBenchHub(file);
    await sellFor(WINDOW_MS, opened, holds);
    const [alone, beside]: [number[], number[]] = [[], []];
    const steps = new Set<string>();
    let [aloneMs, besideMs] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      aloneMs += await timed(async () => alone.push(...(await sellFor(WINDOW_MS, opened, holds))));
      const stop = new AbortController();
      const begun = Promise.withResolvers<void>();
      const progress = ({ step }: { readonly step: string }) => {
        steps.add(step);
        begun.resolve();
      };
      const at = opened.clock.now();
      const made = makeBackup({
        store: file,
        mode: 'live',
        folder,
        kind: 'asked',
        at,
        gentle: true,
        run: startBackup,
        signal: stop.signal,
        progress,
      });
      let over = false;
      const ended = made.then((reply) => {
        over = true;
        if (!stop.signal.aborted) accepted(reply);
      });
      await Promise.race([begun.promise, ended]);
      besideMs += await timed(async () => beside.push(...(await sellFor(WINDOW_MS, opened, holds, () => over))));
      stop.abort();
      await ended;
      rmSync(folder, { recursive: true });
    }
    const storeBytes = opened.bytes();
    await opened.close();
    const [aloneRate, besideRate] = [(alone.length * 1_000) / aloneMs, (beside.length * 1_000) / besideMs];
    const { p50, p99, p999 } = percentiles(beside);
    const note = `${SELLERS} agents sell ${aloneRate.toFixed(0)}/s alone, p99 ${percentiles(alone).p99.toFixed(1)} ms, ${besideRate.toFixed(0)}/s beside it (${[...steps].join(', ')})`;
    const figure = { metric: 'backup.slowdown', value: (1 - besideRate / aloneRate) * 100, unit: '% fewer sales', target: '<= 20' };
    return [{ ...figure, ratio: besideRate / aloneRate, p50, p99, p999, storeBytes, note }];
  },
};
