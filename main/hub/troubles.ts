interface Trouble {
  readonly problem: string;
  readonly backups: boolean;
}

/**
 * What is wrong with the hub, one problem for each source, so that a problem that is solved does not hide another that is not. It is part
 * of the hub's state: a console that signs in, reconnects or is loaded again is told it too, and only the hub clears it.
 */
export class Troubles {
  readonly #bySource = new Map<string, Trouble>();
  readonly #tell: (now: Trouble) => void;

  /** `tell` hears all that is wrong now, or ''. */
  constructor(tell: (now: Trouble) => void) {
    this.#tell = tell;
  }

  /** A function by which one source reports its problem, or '' when it is solved. `backups`: what to do about it is found among the backups. */
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
