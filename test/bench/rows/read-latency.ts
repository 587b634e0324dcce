import type { Input, QueryName } from '../../../shared/contract.ts';
import { AGENT, openBenchDesk } from '../bench-desk.ts';
import { type Figure, latencyFigure } from '../figure.ts';
import { timed } from '../measure.ts';
import { RecordedReads } from '../raw/recorded-reads.ts';

export interface Asked<Name extends QueryName> {
  readonly metric: string;
  /** The most milliseconds at p99. */
  readonly target: number;
  readonly query: Name;
  readonly warmUp: number;
  readonly inputs: readonly Input<Name>[];
  readonly note: string;
}

/** Asks one thing after the other, as the product does through its reader thread, in turn with the bare reads of each. */
export async function readLatency<Name extends QueryName>(file: string, asked: Asked<Name>): Promise<Figure> {
  const it = await openBenchDesk(file);
  const bare = new RecordedReads(file);
  const [samples, raw]: [number[], number[]] = [[], []];
  for (const [turn, input] of asked.inputs.entries()) {
    const reads = await bare.record(asked.query, input, AGENT, it.clock.now());
    const rawMs = await timed(() => bare.replay(reads));
    const ms = await timed(async () => {
      const reply = await it.desk.ask(asked.query, input, AGENT);
      if (!reply.ok && reply.refusal.code !== 'SAME_PLACE') throw new Error(`refused: ${reply.refusal.code}`);
    });
    if (turn < asked.warmUp) continue;
    samples.push(ms);
    raw.push(rawMs);
  }
  bare.close();
  await it.close();
  return latencyFigure(asked.metric, 'p99', asked.target, samples, raw, { note: asked.note, storeBytes: it.bytes() });
}
