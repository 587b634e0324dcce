/** What the hub says of itself when it greets: what must be signed, and its fingerprint. */
export interface Challenge {
  readonly challenge: string;
  readonly hub: string;
}

export interface Proof {
  readonly id: string;
  readonly signature: string;
  /** Name of the desk, if it is one for practice: such a desk can be paired again without a code. */
  readonly practisedAs: string | undefined;
}

/** What the hub calls the desk whose key it took. */
export interface PairedDesk {
  readonly id: string;
  readonly desk: string;
  readonly hub: string;
}

/** A key that was made and that no hub knows yet. */
export interface FreshKey {
  /** As the hub takes it: SPKI, base64url. */
  readonly publicKey: string;
  /** The hub knows it now. False: it could not be kept after all. */
  keep(paired: PairedDesk): Promise<boolean>;
}

/** Why a console can keep no key. insecure: its page is not encrypted. no-store: its browser keeps nothing. no-safe: its computer has no safe for keys. */
export type KeyProblem = 'insecure' | 'no-store' | 'no-safe';

/** Where the key of this console's desk is kept: by the browser, or by the main process of a window. */
export interface DeskKeys {
  readonly keptIn: 'browser' | 'machine';
  /** Makes a key, and tries out that it can be kept. */
  make(practice: boolean): Promise<FreshKey | KeyProblem>;
  /** Undefined when there is no key for this hub. */
  prove(hub: Challenge): Promise<Proof | undefined>;
  /** The hub does not know the key, and never will. */
  forget(id: string): Promise<void>;
  /** This console is the desk of that name for practice from now on, if there is a key for it. */
  practise(hub: string, desk: string): Promise<boolean>;
}
