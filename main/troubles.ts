/** What is wrong with a desk by what is in trouble, so that one thing that is mended does not hide another that is not. */
export class Troubles {
  readonly #bySource = new Map<string, string>();
  readonly #tell: (problem: string) => void;

  /** `tell` hears all that is wrong now, or ''. */
  constructor(tell: (problem: string) => void) {
    this.#tell = tell;
  }

  /** What one source tells its trouble to; '' when it is mended. */
  of(source: string): (problem: string) => void {
    return (problem) => {
      if (problem === (this.#bySource.get(source) ?? '')) return;
      if (problem) this.#bySource.set(source, problem);
      else this.#bySource.delete(source);
      this.#tell(this.now);
    };
  }

  /** All that is wrong at this moment, or ''. */
  get now(): string {
    return [...this.#bySource.values()].join(' ');
  }
}
