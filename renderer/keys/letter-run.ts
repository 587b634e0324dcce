/** Keys that come faster than this are no person pressing keys one by one: a scanner types a locator in a few milliseconds. */
export const BURST_MS = 50;
/** Letters that come within this are still one word, typed slowly. */
export const WORD_MS = 800;
/** How long `G` waits for the letter of a screen. */
export const PAIR_MS = 1_500;

/** Takes back what a letter did. False: it stands, because it was asked of the hub already. */
export type TakeBack = () => unknown;

interface LetterRunPorts {
  /** Whether this letter is a key here: `B`, `Shift A`, or two letters, `G B`. */
  isKey(key: string): boolean;
  /** Does what the letter does. */
  act(key: string): TakeBack | undefined;
  /** Opens the command bar with what was typed. `tookBack`: letters of it had acted, and something of that was taken back. */
  open(typed: string, tookBack: boolean): void;
}

/** Letters typed one after another, of which it is not known yet whether they are keys or a word. use-letter-keys.ts says the rule. */
export class LetterRun {
  readonly #ports: LetterRunPorts;
  #typed = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  #before = '';
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #takeBacks: TakeBack[] = [];

  constructor(ports: LetterRunPorts) {
    this.#ports = ports;
  }

  /** `key` as the table names it, `sign` as it is written, `at` when it was pressed, in ms. `keysHere`: whether the focus is where letters are keys. */
  press(key: string, sign: string, at: number, keysHere: boolean): void {
    const gap = at - this.#lastAt;
    if (gap >= BURST_MS) this.#actNow();
    if (gap > (this.#before === 'G' ? PAIR_MS : WORD_MS)) this.end();
    const pair = `${this.#before} ${key}`;
    const meant = this.#before !== '' && this.#ports.isKey(pair) ? pair : key;
    const burst = gap < BURST_MS && meant !== pair;
    this.#lastAt = at;
    this.#typed += sign;
    if (burst || !keysHere || !this.#ports.isKey(meant)) {
      this.#open();
      return;
    }
    clearTimeout(this.#timer);
    this.#before = meant === 'G' ? 'G' : '';
    this.#waiting = meant;
    this.#timer = setTimeout(() => this.#actNow(), BURST_MS);
  }

  /** Another key was pressed, or the focus went elsewhere: what waits acts, and the next letter begins anew. */
  end(): void {
    this.#actNow();
    this.#forget();
  }

  /** Nothing that waits acts any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.#forget();
  }

  #actNow(): void {
    const key = this.#waiting;
    if (key === undefined) return;
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    const takeBack = this.#ports.act(key);
    if (takeBack) this.#takeBacks.push(takeBack);
    // On the new screen a word begins anew.
    if (key.startsWith('G ')) this.#forget();
  }

  #open(): void {
    const typed = this.#typed;
    const takeBacks = this.#takeBacks.toReversed();
    this.drop();
    const took = takeBacks.map((takeBack) => takeBack() !== false);
    this.#ports.open(typed, took.includes(true));
  }

  #forget(): void {
    this.#typed = '';
    this.#before = '';
    this.#takeBacks = [];
    this.#lastAt = Number.NEGATIVE_INFINITY;
  }
}
