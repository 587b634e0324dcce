import { createECDH, createPrivateKey, hash, sign } from 'node:crypto';

/** SubjectPublicKeyInfo of a point on P-256, before the point. */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const text = (bytes: Buffer): string => bytes.toString('base64url');

/** A key as a console makes one, always the same for a number. */
export function deskKey(number: number) {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(hash('sha256', `desk key ${number}`, 'hex'), 'hex'));
  const point = ecdh.getPublicKey();
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), ecdh.getPrivateKey()].map(text) as [string, string, string];
  return {
    publicKey: text(Buffer.concat([SPKI, point])),
    sign: (what: string): string => {
      const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d } });
      return text(sign('sha256', Buffer.from(what), { key, dsaEncoding: 'ieee-p1363' }));
    },
  };
}
export type DeskKey = ReturnType<typeof deskKey>;
