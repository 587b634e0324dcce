import type { Topic } from '../../shared/topics.ts';
import { HeardTopics } from './heard-topics.ts';
import type { Times } from './method-times.ts';
import { Witness } from './witness.ts';

/** Each event of a frame begins so. The frames of a thousand consoles are not read whole, because a load should cost little. */
const EVENT = /\{"event":(\d+),"at":(\d+)/g;
/** So many events are dropped together. */
const FORGOTTEN_AT_ONCE = 65_536;
const TO = /"to":(\d+)\}$/;

/**
 * What the consoles hear of the journal: of what each follows every event, once. The lag is counted from the moment at which the hub took the command,
 * so the wait in its queue and the commit are in it: what the consoles wait for each other's news. What a console catches up with, because it shows
 * something new, has no lag.
 */
export class HeardEvents {
  readonly #times: Times;
  #witness = new Witness(0);
  #consoles: readonly HeardTopics[] = [];
  /** The newest event when something was dropped. */
  #forgotten = 0;
  /** How often a console was told to ask anew, because it read too slowly. */
  resyncs = 0;
  frames = 0;

  constructor(times: Times) {
    this.#times = times;
  }

  /** From now on something is followed. `from`: the newest event until now. */
  begin(consoles: number, from: number): void {
    const witness = new Witness(from);
    this.#witness = witness;
    this.#forgotten = from;
    this.#consoles = Array.from({ length: consoles }, (_, console) => new HeardTopics(console, witness));
  }

  /** The number up to which a console knows what it follows. */
  knownTo(console: number): number {
    return this.#consoles[console]?.known ?? this.#witness.known;
  }

  /** The number up to which all that happened is known to have happened. */
  get witnessed(): number {
    return this.#witness.known;
  }

  /** A frame of events, or another message of the hub, which tells of none. The last console is the witness. */
  hear(console: number, data: Buffer): void {
    const text = data.toString('latin1');
    const heard = this.#consoles[console];
    if (!heard) return void this.#hearWitness(data);
    const to = Number(TO.exec(text)?.[1] ?? 0);
    if (text.startsWith('{"resync"')) {
      this.resyncs++;
      heard.resync(to);
      return;
    }
    if (!text.startsWith('{"events"')) return;
    this.frames++;
    const now = Date.now();
    for (const [, number, at] of text.matchAll(EVENT)) {
      if (!heard.hear(Number(number))) this.#witness.say(`console ${console} heard event ${number} twice`);
      if (!heard.isAsking) this.#times.add('event', now - Number(at));
    }
    heard.known = Math.max(heard.known, to);
  }

  #hearWitness(data: Buffer): void {
    const frame = JSON.parse(data.toString());
    if ('events' in frame) this.#witness.hear(frame);
    else if ('resync' in frame) this.#witness.say('the witness was told to ask anew');
  }

  /** Everything up to this event was told: whoever has not heard what it follows has lost it. */
  proveAll(to: number): readonly string[] {
    for (const console of this.#consoles) console.proveAll(to);
    return this.#witness.problems;
  }

  /** A console is about to follow something else. */
  ask(console: number): void {
    const heard = this.#consoles[console];
    if (heard) heard.isAsking = true;
  }

  /** What every console has proved is dropped, now and then: an hour has a million events. */
  #forget(): void {
    const { known } = this.#witness;
    if (known - this.#forgotten < FORGOTTEN_AT_ONCE) return;
    this.#forgotten = known;
    this.#witness.forget(this.#consoles.reduce((least, { needsFrom }) => Math.min(least, needsFrom), known) - 1);
  }

  /** What the topics of one console are now. */
  follow(console: number, topics: readonly Topic[], after: number, to: number): void {
    this.#consoles[console]?.follow(topics, after, to);
    this.#forget();
  }
}
