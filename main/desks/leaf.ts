import './reflect-metadata.ts';
import { createPrivateKey, X509Certificate as ReadCertificate } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { DAY_MS, type Instant } from '../../shared/instants.ts';
import { type Authority, BEFORE_MS } from './authority.ts';
import { CURVE, newSerial, privateKey, privatePem, readPems, SIGNATURE } from './certificate-parts.ts';

/** No browser takes a certificate that is valid for more than 398 days. */
const LEAF_MS = 397 * DAY_MS;
/** A certificate with less than this share of its time left is made anew. */
const LEFT_MIN = 1 / 3;

/** The certificate that a hub shows, with its key. */
export interface Leaf {
  readonly keyPem: string;
  readonly certificatePem: string;
}

const plain = (name: string): string => name.replace(/^\[|\]$/g, '');

/** `names`: as they stand in an address, `[::1]`. */
export async function makeLeaf(authority: Authority, names: Iterable<string>, now: Instant): Promise<Leaf> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const issuer = new X509Certificate(authority.certificatePem);
  const alternatives = [...names].map(plain).map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }));
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: 'CN=Aisle hub',
    issuer: issuer.subject,
    notBefore: new Date(now - BEFORE_MS),
    notAfter: new Date(Math.min(now + LEAF_MS, authority.validTo)),
    publicKey: keys.publicKey,
    signingKey: await privateKey(authority.keyPem),
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(alternatives),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { keyPem: await privatePem(keys.privateKey), certificatePem: certificate.toString('pem') };
}

/** A leaf as it was written; undefined when the text is none, or not of this authority. */
export function readLeaf(text: string, authority: Authority): Leaf | undefined {
  try {
    const leaf = readPems(text);
    const read = new ReadCertificate(leaf.certificatePem);
    const issuer = new ReadCertificate(authority.certificatePem);
    const right = read.checkIssued(issuer) && read.verify(issuer.publicKey) && read.checkPrivateKey(createPrivateKey(leaf.keyPem));
    return right ? leaf : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a leaf names all of these, and is valid at `now` with time left. */
export function isGood({ certificatePem }: Leaf, names: Iterable<string>, now: Instant): boolean {
  const read = new ReadCertificate(certificatePem);
  const [from, to] = [read.validFromDate.getTime(), read.validToDate.getTime()];
  if (now < from || to - now < (to - from) * LEFT_MIN) return false;
  return [...names].map(plain).every((name) => (isIP(name) ? read.checkIP(name) : read.checkHost(name)) !== undefined);
}
