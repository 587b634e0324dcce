import type { Engine } from '../../main/engine/engine.ts';
import type { BatchOutcome, QueuedCommand, Writer } from '../../main/engine/messages.ts';
import type { FaultyDatabase } from './faulty-database.ts';

/** The engine as the hub's writer. An observer sees each batch before its callers hear of it. */
export class ObservedWriter implements Writer {
  readonly #engine: Engine;
  readonly #db: FaultyDatabase;
  readonly #judge: (commands: readonly QueuedCommand[], outcome: BatchOutcome) => void;
  #turn: Promise<unknown> = Promise.resolve();
  /** The batch at work, and how many commits there were before it. */
  inFlight: readonly QueuedCommand[] = [];
  commitsBefore = 0;
  waiting = 0;

  constructor(engine: Engine, db: FaultyDatabase, judge: (commands: readonly QueuedCommand[], outcome: BatchOutcome) => void) {
    this.#engine = engine;
    this.#db = db;
    this.#judge = judge;
  }

  run(commands: readonly QueuedCommand[]): Promise<BatchOutcome> {
    this.waiting++;
    const turn = this.#turn.then(() => this.#batch(commands));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #batch(commands: readonly QueuedCommand[]): Promise<BatchOutcome> {
    this.inFlight = commands;
    this.commitsBefore = this.#db.commitsDone;
    const outcome = await this.#engine.run(commands).catch((error: unknown) => error);
    // Without power nobody hears anything any more.
    if (this.#db.dead) return new Promise(() => {});
    if (outcome instanceof Error) throw outcome;
    this.inFlight = [];
    this.waiting--;
    this.#judge(commands, outcome as BatchOutcome);
    return outcome as BatchOutcome;
  }

  /** Batches that were answered before this moment are all that there are. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  async close(): Promise<void> {}
}
