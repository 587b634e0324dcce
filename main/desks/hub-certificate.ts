import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type Instant, SECOND_MS } from '../../shared/instants.ts';
import type { Log } from '../hub/log.ts';
import type { Timer } from '../hub/timer.ts';
import { writeWhole } from '../hub/write-whole.ts';
import type { Authority } from './authority.ts';
import { pemsText } from './certificate-parts.ts';
import { isGood, type Leaf, makeLeaf, readLeaf } from './leaf.ts';

/** How often names and addresses are looked up: an address that changes (DHCP) is served within this. */
const LOOK_EVERY_MS = 5 * SECOND_MS;

export interface HubCertificateOptions {
  readonly authority: Authority;
  /** Where the certificate is kept, beside the store. */
  readonly file: string;
  /** The names and addresses under which the hub may be called now, as they stand in an address. */
  readonly names: () => ReadonlySet<string>;
  readonly now: () => Instant;
  readonly timer: Timer;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/**
 * The certificate of a hub that other computers reach. It is made anew when the hub has another name or address, and long before it ends; connections that come
 * then get the new one, and those that are open go on.
 */
export class HubCertificate {
  readonly #options: HubCertificateOptions;
  #names: ReadonlySet<string>;
  #leaf: Leaf;
  #context: SecureContext;
  #disarm: (() => void) | undefined;
  #closed = false;

  private constructor(options: HubCertificateOptions, leaf: Leaf, names: ReadonlySet<string>) {
    this.#options = options;
    this.#names = names;
    this.#leaf = leaf;
    this.#context = this.#contextOf(leaf);
    this.#arm();
  }

  static async open(options: HubCertificateOptions): Promise<HubCertificate> {
    const names = options.names();
    const text = await readFile(options.file, 'utf8').catch(() => '');
    const kept = readLeaf(text, options.authority);
    if (kept && isGood(kept, names, options.now())) return new HubCertificate(options, kept, names);
    const made = await makeLeaf(options.authority, names, options.now());
    const certificate = new HubCertificate(options, made, names);
    await certificate.#keep();
    return certificate;
  }

  /** Under which the hub may be called: those that the certificate names. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  get context(): SecureContext {
    return this.#context;
  }

  /** What a computer is told to trust. It is no secret. */
  get authorityPem(): string {
    return this.#options.authority.certificatePem;
  }

  #contextOf({ keyPem, certificatePem }: Leaf): SecureContext {
    return createSecureContext({ key: keyPem, cert: `${certificatePem}\n${this.authorityPem}`, minVersion: 'TLSv1.2' });
  }

  /** Looks whether names or time ask for another one. */
  async look(): Promise<void> {
    const { authority, names: namesNow, now } = this.#options;
    const names = namesNow();
    if (!isGood(this.#leaf, names, now())) {
      this.#leaf = await makeLeaf(authority, names, now());
      this.#context = this.#contextOf(this.#leaf);
      await this.#keep();
    }
    this.#names = names;
  }

  /** Without the file the next start makes another one, which the same consoles take. */
  async #keep(): Promise<void> {
    const { file, log } = this.#options;
    log.info({}, 'The hub has a new certificate.');
    await writeWhole(file, pemsText(this.#leaf)).catch((error: NodeJS.ErrnoException) =>
      log.warn({ problem: error.code ?? 'unknown' }, "The hub's certificate cannot be kept."),
    );
  }

  #arm(): void {
    if (this.#closed) return;
    this.#disarm = this.#options.timer.after(LOOK_EVERY_MS, () => void this.look().finally(() => this.#arm()));
  }

  close(): void {
    this.#closed = true;
    this.#disarm?.();
  }
}
