import { type Entrant, type FlashLine, refusalText } from './flash-line.ts';

export interface LineRequestOptions {
  /** Desk and user. */
  readonly who: string;
  readonly requestId: string;
  /** What is asked for, as text. */
  readonly body: string;
  /** Of the flights that it asks for, those that have one. */
  readonly lines: readonly FlashLine[];
  /** Gives the JSON of a reply. */
  readonly execute: () => Promise<string>;
  /** It is answered. */
  readonly ended: () => void;
}

/**
 * A hold that waits. It stands in the line of each of its flights from the beginning, and is done when it had its turn in all of them, so that nobody passes a long line by
 * asking for the flight of a short one too. The same request that is sent again keeps its places.
 */
export class LineRequest implements Entrant {
  readonly #options: LineRequestOptions;
  readonly #lines: Set<FlashLine>;
  #isGone: () => boolean;
  #reply = Promise.withResolvers<string>();
  #state: 'waits' | 'atWriter' | 'ended' = 'waits';

  /** `isGone`: nobody would hear the answer any more. */
  constructor(options: LineRequestOptions, isGone: () => boolean) {
    this.#options = options;
    this.#lines = new Set(options.lines);
    this.#isGone = isGone;
  }

  get who(): string {
    return this.#options.who;
  }

  get requestId(): string {
    return this.#options.requestId;
  }

  get isWaiting(): boolean {
    return this.#state === 'waits';
  }

  get reply(): Promise<string> {
    return this.#reply.promise;
  }

  isGone(): boolean {
    return this.#isGone();
  }

  /** Stands at the end of each of its lines. */
  enter(): void {
    for (const line of [...this.#lines]) line.enter(this);
  }

  /** It was sent once more, perhaps from another connection: who asked before is answered no more. */
  again(body: string, isGone: () => boolean): Promise<string> {
    if (body !== this.#options.body) return Promise.resolve(refusalText('REQUEST_REUSED'));
    if (this.#state === 'waits') {
      this.#reply.resolve(refusalText('HUB_UNREACHABLE'));
      this.#reply = Promise.withResolvers<string>();
      this.#isGone = isGone;
    }
    return this.reply;
  }

  async serve(line: FlashLine): Promise<string | undefined> {
    if (this.#state !== 'waits') return undefined;
    if (this.#lines.size > 1) {
      this.#lines.delete(line);
      return undefined;
    }
    this.#state = 'atWriter';
    return this.#options.execute();
  }

  waitsOn(): void {
    this.#state = 'waits';
  }

  /** It was done before, and its answer was lost: it is answered again at once. */
  async hasten(): Promise<void> {
    if (this.#state !== 'waits') return;
    this.#leaveLines();
    this.#state = 'atWriter';
    this.end(await this.#options.execute().catch(() => refusalText('HUB_UNREACHABLE')));
  }

  end(reply: string): void {
    if (this.#state === 'ended') return;
    this.#leaveLines();
    this.#state = 'ended';
    this.#options.ended();
    this.#reply.resolve(reply);
  }

  lineEnds(line: FlashLine, reply: string): void {
    this.#lines.delete(line);
    if (this.#lines.size === 0) this.end(reply);
  }

  #leaveLines(): void {
    for (const line of this.#lines) line.withdraw(this);
    this.#lines.clear();
  }
}
