import { createECDH, hash } from 'node:crypto';

/** What stands before the point of a public key of P-256 in its SubjectPublicKeyInfo. */
const SPKI_BEGINS = '3059301306072a8648ce3d020106082a8648ce3d030107034200';

/** The public key of the so manieth console, the same in every run. */
export function deskKeyOf(number: number): string {
  const key = createECDH('prime256v1');
  key.setPrivateKey(hash('sha256', `desk ${number}`, 'buffer'));
  return Buffer.concat([Buffer.from(SPKI_BEGINS, 'hex'), key.getPublicKey()]).toString('base64url');
}
