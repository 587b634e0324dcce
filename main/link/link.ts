import { WebSocket } from 'ws';
import type { FarHub } from '../../shared/far-hub.ts';
import { authorityOfHub, type HubAuthority } from './authority-of-hub.ts';
import { dropLink, isSafe, type KeptLink, keepLink, readKeptLink, type Safe } from './kept-link.ts';
import { LinkKey } from './link-key.ts';

const HANDSHAKE_MS_MAX = 10_000;
/** Largest message of a hub: the board of a large day, several times over. */
const MESSAGE_BYTES_MAX = 64 * 1_048_576;

export interface LinkOptions {
  readonly address: URL;
  /** Where it is kept what this computer is. */
  readonly file: string;
  readonly safe: Safe;
}

/** How Node says that a certificate is signed by somebody else. */
const NOT_TRUSTED = /SELF_SIGNED|UNABLE_TO|CERT_/;
const OUT_OF_TIME: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** An open connection, as a window uses it. */
export interface LinkSocket {
  send(text: string): void;
  close(): void;
}

interface Hearing {
  /** A message of the hub. */
  heard(text: string): void;
  /** Once, whatever the reason. */
  closed(): void;
}

/**
 * The way to a hub on another computer.
 *
 * 1. A hub is known by the authority that signs its certificate. The first one that is seen is kept in memory until this computer is paired, and then in
 *    the file. Any other at the same address is refused: it is another hub, or somebody in between.
 * 2. The key stays in this process. The window gets a public key and signatures, and each signature names the hub that was kept, not what the window says.
 * 3. What is sent is the window's, what comes is the hub's: nothing is read here. Lost connections are the window's to make again, as in a browser.
 */
export class Link {
  readonly #options: LinkOptions;
  #kept: Promise<KeptLink | undefined>;
  #authority: HubAuthority | undefined;
  /** Of another hub that answered at the address of ours. */
  #other: HubAuthority | undefined;
  /** The hub answered, and its certificate was not valid by the clock of this computer. */
  #outOfTime = false;
  #fresh: LinkKey | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#kept = readKeptLink(options.file, options.safe, { address: options.address.origin });
  }

  async hub(): Promise<FarHub> {
    const { address, safe } = this.#options;
    const known = (await this.#known()) ?? null;
    return {
      address: address.origin,
      fingerprint: known?.fingerprint ?? null,
      other: this.#other?.fingerprint ?? null,
      isOutOfTime: this.#outOfTime,
      isSafe: isSafe(safe),
    };
  }

  /** Opens a connection. It may close at once. */
  open(hearing: Hearing): LinkSocket {
    let socket: WebSocket | undefined;
    let over = false;
    const close = (): void => {
      if (over) return;
      over = true;
      socket?.terminate();
      hearing.closed();
    };
    const begin = (authority: HubAuthority | undefined): void => {
      if (over) return;
      if (!authority) {
        close();
        return;
      }
      socket = this.#connect(authority);
      socket.on('open', () => {
        this.#other = undefined;
        this.#outOfTime = false;
      });
      socket.on('message', (data, isBinary) => (isBinary ? close() : hearing.heard(data.toString())));
      let looked = Promise.resolve();
      socket.on('error', (error: NodeJS.ErrnoException) => {
        looked = this.#lookWhoAnswers(error);
      });
      socket.on('close', () => void looked.finally(close));
    };
    this.#trusted().then(begin, close);
    return {
      send: (text) => {
        if (socket?.readyState === WebSocket.OPEN) socket.send(text);
      },
      close,
    };
  }

  /** The public key of a new desk; undefined where no key can be kept in safety. */
  makeKey(): string | undefined {
    if (!isSafe(this.#options.safe)) return undefined;
    this.#fresh ??= LinkKey.make();
    return this.#fresh.publicKey;
  }

  /** The hub has taken the key. False when it could not be kept. */
  async keepKey(id: string): Promise<boolean> {
    const { file, safe, address } = this.#options;
    const [key, authority] = [this.#fresh, await this.#known()];
    if (!key || !authority) return false;
    const link = { authority, id, key };
    try {
      await keepLink(file, safe, address.origin, link);
    } catch {
      return false;
    }
    this.#kept = Promise.resolve(link);
    this.#fresh = undefined;
    return true;
  }

  /** What shows the hub which desk this is; undefined when it is none yet. */
  async sign(challenge: string): Promise<{ readonly id: string; readonly signature: string } | undefined> {
    const kept = await this.#kept;
    return kept && { id: kept.id, signature: kept.key.signature(challenge, kept.authority.fingerprint) };
  }

  /** This computer is no desk of the hub any more; whoever answers at its address may be another hub now. */
  async forget(): Promise<void> {
    this.#kept = Promise.resolve(undefined);
    this.#authority = undefined;
    this.#other = undefined;
    await dropLink(this.#options.file, this.#options.address.origin);
  }

  async #known(): Promise<HubAuthority | undefined> {
    return (await this.#kept)?.authority ?? this.#authority;
  }

  /** The authority that must sign for the hub. Where none is known yet, the one that answers now. */
  async #trusted(): Promise<HubAuthority | undefined> {
    const known = await this.#known();
    if (known) return known;
    const { address, file, safe } = this.#options;
    const seen = await authorityOfHub(address);
    if (!seen) return undefined;
    this.#authority = seen;
    // A hub that has moved is the same hub.
    const moved = await readKeptLink(file, safe, { fingerprint: seen.fingerprint });
    if (moved) {
      await keepLink(file, safe, address.origin, moved).catch(() => {});
      this.#kept = Promise.resolve(moved);
    }
    return moved?.authority ?? seen;
  }

  /** A certificate was not taken: remembers whose it is, so that the window can say so. */
  async #lookWhoAnswers({ code = '' }: NodeJS.ErrnoException): Promise<void> {
    if (!NOT_TRUSTED.test(code)) return;
    const seen = await authorityOfHub(this.#options.address);
    const known = await this.#known();
    const isOurs = seen !== undefined && seen.fingerprint === known?.fingerprint;
    this.#other = isOurs ? undefined : seen;
    this.#outOfTime = isOurs && OUT_OF_TIME.has(code);
  }

  #connect({ pem }: HubAuthority): WebSocket {
    const { address } = this.#options;
    return new WebSocket(`wss://${address.host}/socket`, {
      ca: pem,
      handshakeTimeout: HANDSHAKE_MS_MAX,
      maxPayload: MESSAGE_BYTES_MAX,
      perMessageDeflate: false,
    });
  }
}
