import type { Input, ReplyOf } from '../../shared/contract.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Topic } from '../../shared/topics.ts';

interface Ports {
  ask(input: Input<'console.follow'>): Promise<ReplyOf<'console.follow'>>;
  /** The number up to which the console knows the journal; undefined while nobody is signed in. */
  known(): number | undefined;
}

/** Whoever signs in, or a connection that is there again, says all anew. */
const NOT_AGAIN: ReadonlySet<RefusalCode> = new Set(['NOT_SIGNED_IN', 'HUB_UNREACHABLE']);

/**
 * What the parts of this console follow, together, as the hub is told. One call is under way at a time; what changes meanwhile is told by the next.
 * Each call says up to which event the console knows its new topics: that is the number when they were first wanted, or when the question was asked
 * whose answer brought them. So no event is lost between an answer and its events.
 */
export class Following {
  readonly #ports: Ports;
  readonly #parts = new Map<string, readonly Topic[]>();
  /** What the hub was told last. */
  #told: ReadonlySet<Topic> = new Set();
  /** From where on the hub tells of the topics that it was not told of yet. */
  #after: number | undefined;
  #anew = false;
  #soon = false;
  #asking = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** From now on a part of the console follows these topics and no others. */
  follow(part: string, topics: readonly Topic[], after = this.#ports.known()): void {
    const before = this.#parts.get(part) ?? [];
    if (topics.length === before.length && topics.every((topic, at) => topic === before[at])) return;
    this.#parts.set(part, topics);
    if (after !== undefined && topics.some((topic) => !this.#told.has(topic))) this.#after = Math.min(this.#after ?? after, after);
    this.#tellSoon();
  }

  /** The connection is another one, or somebody else is there: the hub is told all. */
  anew(): void {
    this.#anew = true;
    const known = this.#ports.known();
    // What the hub was not told before the connection broke is as old as it was.
    if (known !== undefined) this.#after = Math.min(this.#after ?? known, known);
    this.#tellSoon();
  }

  /** Changes that come together are told in one call, which goes out right behind the questions that were asked with them. */
  #tellSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      void this.#tell();
    });
  }

  async #tell(): Promise<void> {
    const known = this.#ports.known();
    if (this.#asking || known === undefined) return;
    const topics = new Set([...this.#parts.values()].flat());
    const isSame = topics.size === this.#told.size && [...topics].every((topic) => this.#told.has(topic));
    if (isSame && !this.#anew) return;
    const input = { topics: [...topics], after: Math.min(this.#after ?? known, known), anew: this.#anew };
    this.#told = topics;
    this.#after = undefined;
    this.#anew = false;
    this.#asking = true;
    const reply = await this.#ports.ask(input);
    this.#asking = false;
    if (!reply.ok) {
      // Nobody knows what the hub has taken.
      this.#anew = true;
      this.#after = Math.min(this.#after ?? input.after, input.after);
      if (NOT_AGAIN.has(reply.refusal.code)) return;
      setTimeout(() => this.#tellSoon(), SECOND_MS);
      return;
    }
    this.#tellSoon();
  }
}
