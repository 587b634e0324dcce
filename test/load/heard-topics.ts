import type { Topic } from '../../shared/topics.ts';
import type { Witness } from './witness.ts';

/** So many events are looked at together. */
const PROVED_AT_ONCE = 65_536;
const HEARD_BYTES_MIN = 1_024;

/** Topics that were followed after one number and up to another: their events between must have been heard. */
interface Followed {
  readonly topic: Topic;
  readonly after: number;
  readonly to: number;
}

/** What one console follows, and whether it heard each event of it once. */
export class HeardTopics {
  readonly #console: number;
  readonly #witness: Witness;
  /** A bit for each event from `#from` on, by its number. */
  #heard = new Uint8Array(HEARD_BYTES_MIN);
  /** What came before is proved, and its bits are dropped. A multiple of eight. */
  #from: number;
  #after = new Map<Topic, number>();
  /** What was followed until a number that the witness has not reached yet. */
  #unproved: Followed[] = [];
  /** What came until here it asked anew for. */
  #anewFrom = 0;
  /** It asks to follow something else: what comes now may be of before. */
  isAsking = false;
  /** The number up to which the console knows what it follows, as a page counts it. */
  known: number;

  constructor(console: number, witness: Witness) {
    this.#console = console;
    this.#witness = witness;
    this.known = witness.known;
    this.#from = witness.known & ~7;
  }

  /** The hub follows these topics for the console from now on, and has told it all of those before up to `to`. */
  follow(topics: readonly Topic[], after: number, to: number): void {
    const wanted: readonly Topic[] = ['everybody', ...topics];
    const now = new Map(wanted.map((topic) => [topic, this.#after.get(topic) ?? Math.max(after, this.#anewFrom)]));
    for (const [topic, since] of this.#after) if (!now.has(topic)) this.#unproved.push({ topic, after: since, to });
    this.#after = now;
    this.known = Math.max(this.known, to);
    this.isAsking = false;
    this.prove();
  }

  /** One event came. False: it came before. */
  hear(event: number): boolean {
    if (event < this.#from) return false;
    const [byte, bit] = [(event - this.#from) >> 3, 1 << (event & 7)];
    if (byte >= this.#heard.length) {
      const more = new Uint8Array(Math.max(byte + 1, 2 * this.#heard.length));
      more.set(this.#heard);
      this.#heard = more;
    }
    const isNew = ((this.#heard[byte] ?? 0) & bit) === 0;
    this.#heard[byte] = (this.#heard[byte] ?? 0) | bit;
    return isNew;
  }

  /** The hub has left events out and says so: the page asks anew for all that it shows. */
  resync(to: number): void {
    for (const topic of this.#after.keys()) this.#after.set(topic, to);
    this.#anewFrom = to;
    this.known = to;
  }

  /** Looks at what the witness has heard meanwhile. */
  prove(): void {
    const { known } = this.#witness;
    if (known - this.#from > PROVED_AT_ONCE) this.#proveWhatStays(known);
    const proved = this.#unproved.filter(({ to }) => to <= known);
    if (proved.length === 0) return;
    this.#unproved = this.#unproved.filter(({ to }) => to > known);
    for (const followed of proved) this.#look(followed);
  }

  /** Looks at what is still followed too, so that nothing of long ago is needed any more. What a page has asked for a moment ago is left. */
  #proveWhatStays(known: number): void {
    const to = known - PROVED_AT_ONCE / 2;
    for (const [topic, after] of this.#after) {
      if (after >= to) continue;
      this.#look({ topic, after, to });
      this.#after.set(topic, to);
    }
    const needed = this.#unproved.reduce((least, { after }) => Math.min(least, after), to) & ~7;
    this.#heard = this.#heard.slice((needed - this.#from) >> 3);
    this.#from = needed;
  }

  /** What it needs to know of what happened: everything from this number on. */
  get needsFrom(): number {
    return this.#from;
  }

  /** At the end, when everything up to `to` was told. */
  proveAll(to: number): void {
    for (const [topic, after] of this.#after) this.#unproved.push({ topic, after, to });
    this.#after.clear();
    for (const followed of this.#unproved.splice(0)) this.#look(followed);
  }

  #look({ topic, after, to }: Followed): void {
    for (const event of this.#witness.eventsOf(topic, after, to))
      if (((this.#heard[(event - this.#from) >> 3] ?? 0) & (1 << (event & 7))) === 0)
        this.#witness.say(`console ${this.#console} follows ${topic} and did not hear event ${event}`);
  }
}
