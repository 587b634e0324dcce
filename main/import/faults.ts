/** Collects all faults of one record, so that a person mends a line once and not fault by fault. */
export class Faults {
  readonly #texts: string[] = [];

  /** Always undefined, so that what could not be read is undefined in one statement. */
  add(text: string): undefined {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return undefined;
  }

  /** Undefined when there are none. */
  get text(): string | undefined {
    return this.#texts.length > 0 ? this.#texts.join('. ') : undefined;
  }
}

/** What a file says, in quotes and not longer than a line shows. */
export const quoted = (text: string): string => `"${text.slice(0, 40)}"`;
