import { COMMIT_BATCH_MAX, QUEUE_MAX } from '../../shared/bounds.ts';
import { refuse } from '../../shared/refusals.ts';
import type { BatchOutcome, QueuedCommand, Writer } from './messages.ts';

/** One batch is at work in the writer and one waits there, so that the writer is never idle between two batches. */
const BATCHES_UNDER_WAY_MAX = 2;

/**
 * When so many commands wait and the writer is idle, they go as two batches. While the second is at work, the callers of the first get their
 * replies and send their next commands. As one batch they would all send their next commands together, and the writer would wait for them.
 */
const HALVED_FROM = 48;

interface Waiting {
  readonly command: QueuedCommand;
  readonly answer: (reply: string) => void;
}

/** Collects commands into batches. All that wait go into one transaction, so that they share its cost. */
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
        // Sent after this turn of the event loop, so that commands that came together go together.
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
        // The batch is committed, so its callers get their replies even if telling others of it failed.
        this.#failed(error);
      }
      for (const [place, { answer }] of batch.entries()) answer(outcome.replies[place] ?? JSON.stringify(refuse('STORE_FAILED')));
    } catch (error) {
      // The writer thread is gone, so nobody knows whether the batch was committed. A repeat of the command gets the stored reply, if it was.
      this.#failed(error);
      const refusal = JSON.stringify(refuse('HUB_UNREACHABLE'));
      for (const { answer } of batch) answer(refusal);
    } finally {
      this.#underWay--;
      this.#send();
    }
  }

  /** Takes no new commands. Resolves when all that were taken have their replies. */
  close(): Promise<void> {
    this.#closing = true;
    return new Promise((resolve) => {
      this.#drained = resolve;
      this.#send();
    });
  }
}
