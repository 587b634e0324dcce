/** A hub on another computer, as the main process of its console knows it. */
export interface FarHub {
  /** `https://10.0.0.5:4610`. */
  readonly address: string;
  /** Of the authority that answered first, or that this computer was paired with; null: nothing has answered yet. */
  readonly fingerprint: string | null;
  /** Of another hub that answers at this address now; null: none does. */
  readonly other: string | null;
  /** The certificate of the hub is not valid at the time that the clock of this computer shows. */
  readonly isOutOfTime: boolean;
  /** Whether this computer can keep a key in safety. */
  readonly isSafe: boolean;
}

/** A call as it goes over the connection. */
export interface LinkCall {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
  readonly by: string;
}

/** What the preload exposes of the way to a hub on another computer. The window has one connection at a time. */
export interface WindowLink {
  /** Null: the hub is this program's own. */
  hub(): Promise<FarHub | null>;
  /** Closes what was open before. `heard`: a message of the hub; null: the connection is closed. */
  open(heard: (text: string | null) => void): void;
  send(call: LinkCall): void;
  close(): void;
  /** The public key of a new desk; null where no key can be kept in safety. */
  makeKey(): Promise<string | null>;
  keepKey(id: string): Promise<boolean>;
  /** What shows the hub which desk this is; null: it is none yet. */
  sign(challenge: string): Promise<{ readonly id: string; readonly signature: string } | null>;
  /** This computer is no desk there any more. */
  forget(): Promise<void>;
}
