import type { WindowLink } from '../../shared/far-hub.ts';
import type { Challenge, DeskKeys, FreshKey, KeyProblem, Proof } from './desk-keys.ts';

/** The key of a computer that is a console of a far hub. The main process keeps it; the window gets what it signs. */
export class WindowKeys implements DeskKeys {
  readonly keptIn = 'machine';
  readonly #link: WindowLink;

  constructor(link: WindowLink) {
    this.#link = link;
  }

  async make(): Promise<FreshKey | KeyProblem> {
    const publicKey = await this.#link.makeKey();
    if (publicKey === null) return 'no-safe';
    return { publicKey, keep: ({ id }) => this.#link.keepKey(id) };
  }

  async prove({ challenge }: Challenge): Promise<Proof | undefined> {
    const signed = await this.#link.sign(challenge);
    return signed ? { ...signed, practisedAs: undefined } : undefined;
  }

  forget(): Promise<void> {
    return this.#link.forget();
  }

  /** Only the hub's own computer is a desk for practice. */
  async practise(): Promise<boolean> {
    return false;
  }
}
