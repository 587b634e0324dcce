interface Trouble {
  readonly problem: string;
  readonly backups: boolean;
}

/** What is wrong with a hub by what is in trouble, so that one thing that is mended does not hide another that is not. */
export class Troubles {
  readonly #bySource = new Map<string, Trouble>();
  readonly #tell: (now: Trouble) => void;

  /** `tell` hears all that is wrong now, or ''. */
  constructor(tell: (now: Trouble) => void) {
    this.#tell = tell;
  }

  /** What one source tells its trouble to; '' when it is mended. `backups`: where one looks for what to do about it. */
  of(source: string, { backups = false } = {}): (problem: string) => void {
    return (problem) => {
      if (problem === (this.#bySource.get(source)?.problem ?? '')) return;
      if (problem) this.#bySource.set(source, { problem, backups });
      else this.#bySource.delete(source);
      this.#tell(this.now);
    };
  }

  /** All that is wrong at this moment. */
  get now(): Trouble {
    const all = [...this.#bySource.values()];
    const problem = all.map((trouble) => trouble.problem).join(' ');
    return { problem, backups: all.some(({ backups }) => backups) };
  }
}
