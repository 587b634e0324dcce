import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { deskProofText } from '../../shared/desk-proof.ts';

/** The key of this computer's desk. It is made here, and the window never sees more of it than its public half and what it signs. */
export class LinkKey {
  readonly #key: KeyObject;
  readonly publicKey: string;

  private constructor(key: KeyObject, publicKey: string) {
    this.#key = key;
    this.publicKey = publicKey;
  }

  static make(): LinkKey {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return new LinkKey(privateKey, publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'));
  }

  /** From what `secret` gave. */
  static read(secret: string): LinkKey {
    return new LinkKey(createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' }), '');
  }

  /** All of it, to be kept in safety. */
  secret(): string {
    return this.#key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  }

  signature(challenge: string, fingerprint: string): string {
    const text = Buffer.from(deskProofText(challenge, fingerprint));
    return sign('sha256', text, { key: this.#key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  }
}
