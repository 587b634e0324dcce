import './reflect-metadata.ts';
import { createPrivateKey, X509Certificate as ReadCertificate } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { assert } from '../../shared/assert.ts';
import { DAY_MS, type Instant } from '../../shared/instants.ts';
import { writeWhole } from '../hub/write-whole.ts';
import { CURVE, newSerial, pemsText, privatePem, readPems, SIGNATURE } from './certificate-parts.ts';

const AUTHORITY_MS = 3_652 * DAY_MS;
/** A console whose clock is behind takes a new certificate too. */
export const BEFORE_MS = DAY_MS;

/** What signs the certificates of one hub. Consoles know the hub by its fingerprint, so it stays the same for ten years. */
export interface Authority {
  readonly keyPem: string;
  readonly certificatePem: string;
  /** SHA-256 of the certificate, in hex. */
  readonly fingerprint: string;
  readonly validTo: number;
}

export interface OpenedAuthority {
  readonly authority: Authority;
  /** Where a file that could not be used was put; undefined when there was none. */
  readonly setApart?: string | undefined;
}

/**
 * The authority of the hub whose store this file lies beside. One is made when there is none yet, and when the file cannot be used: it is broken or foreign,
 * or its ten years are over. Then the file is set apart, and every desk must be paired again, because it is another hub to them.
 */
export async function openAuthority(file: string, now: Instant): Promise<OpenedAuthority> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const found = text === undefined ? undefined : readAuthority(text, now);
  if (found) return { authority: found };
  const setApart = text === undefined ? undefined : `${file}.unusable-${now}`;
  if (setApart) await rename(file, setApart);
  const made = await makeAuthority(now);
  await writeWhole(file, pemsText(made));
  return { authority: made, setApart };
}

function readAuthority(text: string, now: Instant): Authority | undefined {
  try {
    const { keyPem, certificatePem } = readPems(text);
    const read = new ReadCertificate(certificatePem);
    if (!read.ca || !read.checkPrivateKey(createPrivateKey(keyPem)) || !read.verify(read.publicKey)) return undefined;
    const authority = authorityOf(keyPem, certificatePem);
    return authority.validTo > now ? authority : undefined;
  } catch {
    return undefined;
  }
}

function authorityOf(keyPem: string, certificatePem: string): Authority {
  const read = new ReadCertificate(certificatePem);
  return {
    keyPem,
    certificatePem,
    fingerprint: read.fingerprint256.replaceAll(':', '').toLowerCase(),
    validTo: read.validToDate.getTime(),
  };
}

async function makeAuthority(now: Instant): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const serialNumber = newSerial();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber,
    // Somebody who looks at the authorities that a computer trusts can tell two hubs apart.
    name: `CN=Aisle hub ${serialNumber.slice(0, 8)}, O=Aisle`,
    notBefore: new Date(now - BEFORE_MS),
    notAfter: new Date(now + AUTHORITY_MS),
    signingAlgorithm: SIGNATURE,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const made = authorityOf(await privatePem(keys.privateKey), certificate.toString('pem'));
  // Libraries were seen that ignore the dates they are given.
  assert(made.validTo === Math.floor((now + AUTHORITY_MS) / 1_000) * 1_000, 'an authority is valid for ten years');
  return made;
}
