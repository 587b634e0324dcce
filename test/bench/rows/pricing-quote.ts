import { answerQuery } from '../../../main/engine/answer-query.ts';
import { queries } from '../../../main/queries/registry.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { Locators } from '../../../main/store/locators.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { addPolicy } from '../../../main/store/tables/policies-table.ts';
import { instant } from '../../../shared/instants.ts';
import { AGENT, makeSmallStore } from '../bench-hub.ts';
import type { Figure, Row } from '../figure.ts';
import { spent } from '../measure.ts';
import { RecordedReads } from '../raw/recorded-reads.ts';
import { FULL_POLICY } from './full-policy.ts';

/** V8 compiles until some 15,000 quotes are made, which a hub has behind it a minute after its doors open. */
const WARM_UP = 20_000;
const QUOTES = 20_000;
const FLIGHTS = 200;

/** What a quote costs the processor in the engine, with its statements, its trace and its signed offer. */
export const pricingQuote: Row = {
  metrics: ['pricing.quote'],
  async measure(bench) {
    const file = await makeSmallStore(bench, FLIGHTS);
    const reference = loadReference();
    const { db } = await openStore({ file, mode: 'live', fresh: { storeId: 'bench', locatorKey: 7, madeAt: Date.now() } });
    await addPolicy(db, {
      ...{ version: 2, scope: { kind: 'network' }, rules: [...FULL_POLICY], validFrom: instant(0), validTo: null },
      ...{ author: 'osei', reason: 'Bench', publishedAt: 0, again: null },
    });
    const facts = { reference, locators: new Locators(7) };
    const now = instant(Date.now());
    const ask = async (turn: number) => {
      const body = JSON.stringify({ flightId: 1 + (turn % FLIGHTS), cabin: 'Y' });
      const reply = await answerQuery(db, facts, queries, { name: 'pricing.quote', body, actor: AGENT, now });
      if (!reply.startsWith('{"ok":true')) throw new Error(`refused: ${reply}`);
    };
    const bare = new RecordedReads(file);
    const record = () => bare.record('pricing.quote', { flightId: 7, cabin: 'Y' }, AGENT, now);
    // The first quote of a handle also reads the policies and the seal of the store, which it then knows.
    await record();
    const reads = await record();
    for (let turn = 0; turn < WARM_UP; turn++) {
      await ask(turn);
      bare.replay(reads);
    }
    const quotes = await spent(async () => {
      for (let turn = 0; turn < QUOTES; turn++) await ask(turn);
    });
    const raw = await spent(() => {
      for (let turn = 0; turn < QUOTES; turn++) bare.replay(reads);
    });
    bare.close();
    await db.close();
    const each = (processorMs: number) => (processorMs * 1_000) / QUOTES;
    const note = `processor time of ${QUOTES} quotes by a policy of ${FULL_POLICY.length} rules; ratio to their statements by bare better-sqlite3`;
    const value = each(quotes.processorMs);
    const figure: Figure = { metric: 'pricing.quote', value, unit: 'us', target: '<= 20', ratio: value / each(raw.processorMs), note };
    return [figure];
  },
};
