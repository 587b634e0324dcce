import { setTimeout as wait } from 'node:timers/promises';
import type { StoreMode } from '../../../main/store/open-store.ts';
import type { Input, QueryName } from '../../../shared/contract.ts';
import { AGENT, openBenchHub } from '../bench-hub.ts';
import { type Figure, latencyFigure } from '../figure.ts';
import { timed } from '../measure.ts';
import { RecordedReads } from '../raw/recorded-reads.ts';

export interface Asked<Name extends QueryName> {
  readonly metric: string;
  /** The most milliseconds at p99. */
  readonly target: number;
  readonly query: Name;
  readonly warmUp: number;
  /** How long the hub may read ahead once it has met the questions of the warm-up. */
  readonly readsAheadMs?: number;
  readonly inputs: readonly Input<Name>[];
  readonly note: string;
  readonly mode?: StoreMode;
}

/** Recording the bare reads leaves this thread as much to clear up as a desk does in minutes, so it is not done between two questions. */
const ASKED_AT_ONCE = 40;

function* inTurns<T>(inputs: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < inputs.length; from += ASKED_AT_ONCE) yield inputs.slice(from, from + ASKED_AT_ONCE);
}

/**
 * Asks one thing after the other, as the product does through its reader thread, in turn with the bare reads of the same things. Sockets and
 * windows are given the reply as the JSON that the thread wrote, so nobody reads it here either.
 */
export async function readLatency<Name extends QueryName>(file: string, asked: Asked<Name>): Promise<Figure> {
  const opened = await openBenchHub(file, asked.mode);
  const bare = new RecordedReads(file);
  const ask = async (input: Input<Name>) => {
    const reply = await opened.hub.askJson(asked.query, input, AGENT);
    if (!reply.startsWith('{"ok":true') && !reply.includes('SAME_PLACE')) throw new Error(`refused: ${reply.slice(0, 200)}`);
  };
  if (asked.readsAheadMs !== undefined) {
    for (const input of asked.inputs.slice(0, asked.warmUp)) await ask(input);
    await wait(asked.readsAheadMs);
  }
  const [samples, raw]: [number[], number[]] = [[], []];
  for (const inputs of inTurns(asked.inputs)) {
    for (const input of inputs) {
      samples.push(await timed(() => ask(input)));
    }
    for (const input of inputs) {
      const reads = await bare.record(asked.query, input, AGENT, opened.clock.now());
      raw.push(await timed(() => bare.replay(reads)));
    }
  }
  bare.close();
  await opened.close();
  for (const all of [samples, raw]) all.splice(0, asked.warmUp);
  return latencyFigure(asked.metric, 'p99', asked.target, samples, raw, { note: asked.note, storeBytes: opened.bytes() });
}
