import { COMMIT_BATCH_MAX, QUEUE_MAX } from '../../shared/bounds.ts';
import { refuse } from '../../shared/refusals.ts';
import type { BatchOutcome, QueuedCommand, Writer } from './messages.ts';

/** One batch is at work in the writer and one waits there, so that the writer never idles between two. */
const BATCHES_UNDER_WAY_MAX = 2;

/**
 * Where so many wait and the writer is idle, they go as two batches: while the second is at work, the callers of the first have
 * their answers and ask again. As one batch they would all ask again together, and the writer would wait for them each time.
 */
const HALVED_FROM = 48;

interface Waiting {
  readonly command: QueuedCommand;
  readonly answer: (reply: string) => void;
}

/** Gathers commands into batches: all that wait go into one transaction together, so that they share its cost. */
export class CommandQueue {
  readonly #writer: Writer;
  readonly #committed: (outcome: BatchOutcome) => void;
  readonly #failed: (error: unknown) => void;
  #waiting: Waiting[] = [];
  #underWay = 0;
  #woken = false;
  #closing = false;
  #drained: (() => void) | undefined;

  /**
   * `committed` hears each outcome after its commit and before the callers get their replies; `failed` hears what broke in the writer or
   * in `committed`.
   */
  constructor(writer: Writer, committed: (outcome: BatchOutcome) => void, failed: (error: unknown) => void) {
    this.#writer = writer;
    this.#committed = committed;
    this.#failed = failed;
  }

  add(command: QueuedCommand): Promise<string> {
    if (this.#closing) return Promise.resolve(JSON.stringify(refuse('HUB_CLOSING')));
    if (this.#waiting.length >= QUEUE_MAX) return Promise.resolve(JSON.stringify(refuse('HUB_BUSY')));
    return new Promise((answer) => {
      this.#waiting.push({ command, answer });
      if (!this.#woken) {
        this.#woken = true;
        // After the present turn of the event loop, so that what arrived together goes together.
        setImmediate(() => {
          this.#woken = false;
          this.#send();
        });
      }
    });
  }

  #send(): void {
    while (this.#waiting.length > 0 && this.#underWay < BATCHES_UNDER_WAY_MAX) {
      const half = this.#underWay === 0 && this.#waiting.length >= HALVED_FROM;
      const batch = this.#waiting.splice(0, Math.min(COMMIT_BATCH_MAX, half ? Math.ceil(this.#waiting.length / 2) : COMMIT_BATCH_MAX));
      this.#underWay++;
      void this.#run(batch);
    }
    if (this.#closing && this.#underWay === 0 && this.#waiting.length === 0) this.#drained?.();
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcome = await this.#writer.run(batch.map(({ command }) => command));
      try {
        this.#committed(outcome);
      } catch (error) {
        // The batch is committed, so its callers get their replies, whatever broke when others were told of it.
        this.#failed(error);
      }
      for (const [place, { answer }] of batch.entries()) answer(outcome.replies[place] ?? JSON.stringify(refuse('STORE_FAILED')));
    } catch (error) {
      // The writer itself is gone. What became of the batch is not known; asked again, the stored reply tells.
      this.#failed(error);
      const refusal = JSON.stringify(refuse('HUB_UNREACHABLE'));
      for (const { answer } of batch) answer(refusal);
    } finally {
      this.#underWay--;
      this.#send();
    }
  }

  /** Takes nothing new and resolves when all that was taken has its answer. */
  close(): Promise<void> {
    this.#closing = true;
    return new Promise((resolve) => {
      this.#drained = resolve;
      this.#send();
    });
  }
}
