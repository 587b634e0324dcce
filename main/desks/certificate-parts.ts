import { randomBytes } from 'node:crypto';

/** As this process calls it, with the types of Node or of a browser. */
type Key = Parameters<typeof crypto.subtle.exportKey>[1];

export const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** 16 random bytes, of which the first is positive and not 0, so that every reader takes them for the same number. */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** A private key as PEM (PKCS #8). */
export async function privatePem(key: Key): Promise<string> {
  const lines =
    Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n');
}

/** A key from its PEM, to sign with. */
export const privateKey = (pem: string): Promise<Key> =>
  crypto.subtle.importKey('pkcs8', Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'), CURVE, false, ['sign']);

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\w+/=\s]+-----END CERTIFICATE-----/;
const KEY = /-----BEGIN PRIVATE KEY-----[\w+/=\s]+-----END PRIVATE KEY-----/;

/** The key and the certificate of a file that has both; empty where it has not. */
export const readPems = (text: string): { readonly keyPem: string; readonly certificatePem: string } => ({
  keyPem: KEY.exec(text)?.[0] ?? '',
  certificatePem: CERTIFICATE.exec(text)?.[0] ?? '',
});

/** Both as they stand in one file, so that neither can be without the other. */
export const pemsText = ({ keyPem, certificatePem }: ReturnType<typeof readPems>): string => `${keyPem}\n${certificatePem}\n`;
