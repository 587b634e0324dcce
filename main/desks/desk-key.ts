import { createPublicKey, verify } from 'node:crypto';
import { deskProofText } from '../../shared/desk-proof.ts';

/** A public key as it is kept, or undefined when it is none of ECDSA on P-256. One key has one text. */
export function readPublicKey(text: string): string | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return undefined;
    return key.export({ format: 'der', type: 'spki' }).toString('base64url');
  } catch {
    return undefined;
  }
}

/** Whether this key has signed the challenge of this connection, for this hub. */
export function isSignedBy(key: string, signature: string, challenge: string, fingerprint: string): boolean {
  const spki = createPublicKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'spki' });
  const text = Buffer.from(deskProofText(challenge, fingerprint));
  return verify('sha256', text, { key: spki, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}
