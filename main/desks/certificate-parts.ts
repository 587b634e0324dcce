import { randomBytes, type webcrypto } from 'node:crypto';

export const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** 16 random bytes, of which the first is positive and not 0, so that every reader takes them for the same number. */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** A private key as PEM (PKCS #8). */
export async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const lines =
    Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n');
}
