import { MINUTE_MS } from '../../shared/instants.ts';
import { type Expected, refused } from './model/expected.ts';
import type { ModelStation } from './model/station.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A code is good for two minutes and five tries of everybody. */
const GOOD_MS = 2 * MINUTE_MS;
const TRIES = 5;

interface Offered {
  readonly desk: string;
  readonly kind: 'console' | 'system';
  readonly code: string;
  readonly endsAt: number;
  tries: number;
}

/** A code that is given. `key`: of a console; a system gets a secret. */
interface Given {
  readonly code: string;
  readonly key: string | null;
}

/** What a code that is given must come to. It follows no more than the design says of the one code of a hub. */
export class PairingWatch {
  readonly #time: VirtualTime;
  #offered: Offered | undefined;
  /** The last code has ended without a desk. */
  #ended = false;
  #last: (Given & { readonly id: string }) | undefined;
  /** The code before the one that is shown. */
  before = '000000';

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  get offered(): Offered | undefined {
    if (this.#offered && this.#time.steady >= this.#offered.endsAt) this.end();
    return this.#offered;
  }

  show({ desk, kind, code }: Pick<Offered, 'desk' | 'kind' | 'code'>): void {
    this.before = this.#offered?.code ?? this.before;
    this.#offered = { desk, kind, code, endsAt: this.#time.steady + GOOD_MS, tries: TRIES };
    this.#ended = false;
    this.#last = undefined;
  }

  end(): void {
    if (!this.#offered) return;
    this.before = this.#offered.code;
    this.#offered = undefined;
    this.#ended = true;
  }

  /** The hub was started again. */
  forget(): void {
    this.#offered = undefined;
    this.#ended = false;
    this.#last = undefined;
  }

  /** What giving it comes to, and counts it. The desk that a right code pairs is told of in `paired`. */
  give({ code, key }: Given, station: ModelStation): Expected {
    const last = this.#last;
    if (last && key !== null && last.code === code && last.key === key && station.paired(last.id))
      return { ok: true, value: { id: last.id } };
    const { offered } = this;
    if (!offered) return refused(this.#ended ? 'PAIRING_ENDED' : 'PAIRING_NONE');
    if (code !== offered.code) {
      offered.tries--;
      if (offered.tries === 0) this.end();
      return offered.tries === 0 ? refused('PAIRING_ENDED') : refused('PAIRING_CODE_WRONG', { left: offered.tries });
    }
    if (offered.kind !== (key === null ? 'system' : 'console')) return refused('PAIRING_OTHER_KIND', { kind: offered.kind });
    if (key !== null && station.desks.some((desk) => desk.key === key)) return refused('KEY_USED');
    if (station.named(offered.desk)) return refused('DESK_TAKEN');
    return { ok: true, value: { desk: offered.desk } };
  }

  /** The hub has paired a desk by the code. */
  paired(given: Given, id: string): void {
    if (this.#last?.id === id) return;
    this.end();
    this.#ended = false;
    this.#last = { ...given, id };
  }
}
