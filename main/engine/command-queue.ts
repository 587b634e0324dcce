import { COMMIT_BATCH_MAX } from '../../shared/bounds.ts';
import { refuse } from '../../shared/refusals.ts';
import type { BatchHeard } from '../hub/heard.ts';
import { Pace } from '../hub/pace.ts';
import { refuseInLine } from '../hub/refuse-busy.ts';
import { isAboutClock, PRIORITIES, type Priority, placeOf, WAITING_MAX } from './command-priority.ts';
import type { BatchOutcome, QueuedCommand, Writer } from './messages.ts';

/** One batch is at work in the writer and one waits there, so that the writer is never idle between two batches. */
const BATCHES_UNDER_WAY_MAX = 2;

/**
 * When so many commands wait and the writer is idle, they go as two batches. While the second is at work, the callers of the first get their
 * replies and send their next commands. As one batch they would all send their next commands together, and the writer would wait for them.
 */
const HALVED_FROM = 48;

/** Places of a full batch that each line has, however many wait in the lines before it. So each line moves on. */
const KEPT_PLACES = 16;

interface Waiting {
  readonly command: QueuedCommand;
  /** When it came, in steady milliseconds. */
  readonly since: number;
  readonly answer: (reply: string) => void;
  /** Counts up, so that a batch keeps the order in which its commands came. */
  readonly came: number;
}

interface CommandQueueOptions {
  readonly writer: Writer;
  /** Hears each outcome after its commit and before the callers get their replies. */
  readonly committed: (outcome: BatchOutcome) => void;
  /** Hears what broke in the writer or in `committed`. */
  readonly failed: (error: unknown) => void;
  /** Hears how long each batch took, before `committed`. */
  readonly heard?: ((batch: BatchHeard) => void) | undefined;
  /** Steady milliseconds. */
  readonly steadyMs: () => number;
}

/**
 * Collects commands into batches. All that wait go into one transaction, so that they share its cost. When more wait than a batch takes, the
 * most urgent line goes first, and a line that is full refuses with BUSY.
 */
export class CommandQueue {
  readonly #options: CommandQueueOptions;
  readonly #lines: Readonly<Record<Priority, Waiting[]>> = { underWay: [], confirm: [], hold: [], rest: [], clock: [] };
  readonly #pace = new Pace();
  #waiting = 0;
  #came = 0;
  #underWay = 0;
  #commandsUnderWay = 0;
  #woken = false;
  #closing = false;
  #drained: (() => void) | undefined;
  /** The latest time of the commands that went to the writer since a decision about the clock. */
  #newest: QueuedCommand['now'] | undefined;

  constructor(options: CommandQueueOptions) {
    this.#options = options;
  }

  /** Commands that were taken and whose batch is not on the disk yet. */
  get unsaved(): number {
    return this.#waiting + this.#commandsUnderWay;
  }

  /** `input`: of the command, as it was before it became text. */
  add(command: QueuedCommand, input: unknown): Promise<string> {
    if (this.#closing) return Promise.resolve(JSON.stringify(refuse('HUB_CLOSING')));
    const { line, mayBeRefused } = placeOf(command.name, input);
    const most = line === 'underWay' || line === 'clock' ? Number.POSITIVE_INFINITY : WAITING_MAX[line];
    if (mayBeRefused && this.#lines[line].length >= most) return Promise.resolve(this.#busy(line));
    return new Promise((answer) => {
      this.#lines[line].push({ command, since: this.#options.steadyMs(), answer, came: this.#came++ });
      this.#waiting++;
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

  /** Who is refused stands behind all that wait in this line and in those before it. */
  #busy(line: Priority): string {
    let position = 1;
    for (const before of PRIORITIES.slice(0, PRIORITIES.indexOf(line) + 1)) position += this.#lines[before].length;
    return JSON.stringify(refuseInLine('writer', position, this.#pace.comeAgainMs(position)));
  }

  #send(): void {
    while (this.#waiting > 0 && this.#underWay < BATCHES_UNDER_WAY_MAX) {
      const half = this.#underWay === 0 && this.#waiting >= HALVED_FROM;
      const batch = this.#take(Math.min(COMMIT_BATCH_MAX, half ? Math.ceil(this.#waiting / 2) : COMMIT_BATCH_MAX));
      this.#underWay++;
      void this.#run(batch);
    }
    if (this.#closing && this.#underWay === 0 && this.#waiting === 0) this.#drained?.();
  }

  /** The next so many: the most urgent lines first, each in the order in which its commands came. */
  #take(count: number): Waiting[] {
    const batch: Waiting[] = [];
    const lines = PRIORITIES.map((name) => this.#lines[name]).filter((line) => line.length > 0 && line !== this.#lines.clock);
    for (const [place, line] of lines.entries()) {
      const kept = lines.slice(place + 1).reduce((sum, later) => sum + Math.min(KEPT_PLACES, later.length), 0);
      batch.push(...line.splice(0, Math.max(Math.min(KEPT_PLACES, count - batch.length), count - batch.length - kept)));
    }
    // A decision about the clock changes the time of what comes after it, so nothing that came before it is left behind.
    if (lines.every((line) => line.length === 0)) batch.push(...this.#lines.clock.splice(0, count - batch.length));
    this.#waiting -= batch.length;
    return lines.length > 1 ? batch.sort((a, b) => a.came - b.came) : batch;
  }

  /**
   * The command with a time that is not before that of a command which went to the writer earlier, because it overtook this one. Nothing is overtaken by a
   * decision about the clock, and whatever comes after it is stamped with the time that was decided.
   */
  #inTime(command: QueuedCommand): QueuedCommand {
    if (isAboutClock(command.name)) {
      this.#newest = undefined;
      return command;
    }
    if (this.#newest !== undefined && command.now < this.#newest) return { ...command, now: this.#newest };
    this.#newest = command.now;
    return command;
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    const { writer, committed, failed, heard, steadyMs } = this.#options;
    const begunAt = steadyMs();
    this.#commandsUnderWay += batch.length;
    try {
      const outcome = await writer.run(batch.map(({ command }) => this.#inTime(command)));
      this.#pace.done(batch.length, begunAt, steadyMs());
      try {
        heard?.(heardOf(batch, begunAt, steadyMs(), outcome));
      } catch (error) {
        failed(error);
      }
      try {
        committed(outcome);
      } catch (error) {
        // The batch is committed, so its callers get their replies even if telling others of it failed.
        failed(error);
      }
      for (const [place, { answer }] of batch.entries()) answer(outcome.replies[place] ?? JSON.stringify(refuse('STORE_FAILED')));
    } catch (error) {
      // The writer thread is gone, so nobody knows whether the batch was committed. A repeat of the command gets the stored reply, if it was.
      failed(error);
      const refusal = JSON.stringify(refuse('HUB_UNREACHABLE'));
      for (const { answer } of batch) answer(refusal);
    } finally {
      this.#underWay--;
      this.#commandsUnderWay -= batch.length;
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

function heardOf(batch: readonly Waiting[], sentAt: number, now: number, { commitMs, endedAt, events }: BatchOutcome): BatchHeard {
  return {
    commands: batch.map(({ command: { name }, since }) => ({ name, ms: now - since })),
    waitMs: sentAt - (batch[0]?.since ?? sentAt),
    ...{ commitMs, committedAt: endedAt, events: events.length },
  };
}
