import { setTimeout as wait } from 'node:timers/promises';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { SETTING_RULES } from '../../../shared/setting-rules.ts';
import { holdInput, makeSmallStore, openBenchHub, placeHold, SEATS } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed } from '../measure.ts';
import { BareStore } from '../raw/bare-store.ts';
import { soldRows } from '../raw/sold-rows.ts';

const TURNS = 80;
const HOLD_MS = 250;
const CLOSES_BEFORE_MS = SETTING_RULES.closeMinutes.default * MINUTE_MS;
const RAW_WAIT_MS = 20;

/** From a hold's deadline to every listener knowing that its seats are free. The sale of its flight closes soon, which makes the hold short. */
export const expiryDelay: Row = {
  metrics: ['expiry.delay'],
  async measure(bench) {
    const file = await makeSmallStore(bench, TURNS);
    const bare = new BareStore(await makeSmallStore(bench, TURNS));
    const opened = await openBenchHub(file);
    const beside = new SqliteDatabase({ file });
    const [samples, raw]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      await beside.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(opened.clock.now() + CLOSES_BEFORE_MS + HOLD_MS, turn + 1);
      const ended = Promise.withResolvers<void>();
      const stop = opened.hub.on((events) => {
        if (events.some(({ type }) => type === 'hold.expired')) ended.resolve();
      });
      const { expiresAt } = await placeHold(opened, holdInput(turn * SEATS.length));
      await ended.promise;
      samples.push(opened.clock.now() - (expiresAt ?? 0));
      stop();
      const rows = soldRows(file, turn).holds;
      raw.push((await timed(() => wait(RAW_WAIT_MS))) - RAW_WAIT_MS + (await timed(() => bare.hold(rows))));
    }
    beside.close();
    bare.close();
    const storeBytes = opened.bytes();
    await opened.close();
    const note = 'ratio to a bare timer and one bare transaction, in turn';
    return [latencyFigure('expiry.delay', 'worst', 250, samples, raw, { note, storeBytes })];
  },
};
