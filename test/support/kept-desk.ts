import { deskProofText } from '../../shared/desk-proof.ts';

/** What the hub says to a connection that begins, as far as a key needs it. */
export interface Hello {
  readonly challenge: string;
  readonly hub: string;
}

/** Asks over the connection that began with the hello; resolves with the value of the reply. */
type AskValue = (method: 'desks.pairHere' | 'session.prove', input: object) => Promise<unknown>;

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };
const text = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');

/** A desk of a training hub on this computer, with its key: paired once without a code, and shown on each connection. */
export class KeptDesk {
  readonly #desk: string;
  #paired: { readonly id: string; readonly key: CryptoKey } | undefined;

  constructor(desk: string) {
    this.#desk = desk;
  }

  async prove({ challenge, hub }: Hello, ask: AskValue): Promise<void> {
    this.#paired ??= await this.#pair(ask);
    const { id, key } = this.#paired;
    const signed = new TextEncoder().encode(deskProofText(challenge, hub));
    await ask('session.prove', { id, signature: text(await crypto.subtle.sign(SIGNATURE, key, signed)) });
  }

  async #pair(ask: AskValue): Promise<{ readonly id: string; readonly key: CryptoKey }> {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
    const spki = text(await crypto.subtle.exportKey('spki', publicKey));
    const { id } = (await ask('desks.pairHere', { desk: this.#desk, publicKey: spki })) as { id: string };
    return { id, key: privateKey };
  }
}
