import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { hostOf, portOf } from './far-hub-address.ts';

/** The certificate that signs those of one hub. A console trusts it and no other. */
export interface HubAuthority {
  readonly pem: string;
  /** SHA-256 of the certificate, in hex: what people compare. */
  readonly fingerprint: string;
}

const LOOK_MS_MAX = 10_000;

/** What stands at the top of a chain that a hub has sent. */
function topOf(leaf: DetailedPeerCertificate): DetailedPeerCertificate | undefined {
  let top: DetailedPeerCertificate | undefined = leaf;
  // The certificate at the top names itself as its issuer.
  while (top?.issuerCertificate && top.issuerCertificate !== top) top = top.issuerCertificate;
  return top?.raw ? top : undefined;
}

export function readAuthority(raw: Buffer | string): HubAuthority {
  const read = new X509Certificate(raw);
  return { pem: read.toString(), fingerprint: read.fingerprint256.replaceAll(':', '').toLowerCase() };
}

function authorityIn(socket: TLSSocket): HubAuthority | undefined {
  const top = topOf(socket.getPeerCertificate(true));
  if (!top) return undefined;
  const read = new X509Certificate(top.raw);
  return read.ca && read.verify(read.publicKey) ? readAuthority(top.raw) : undefined;
}

/**
 * Looks which authority a hub shows. Nothing is sent there and nothing that comes from there is believed: whoever stands at this console compares the
 * fingerprint with the hub's own screen. Undefined when it does not answer, or shows no authority of its own.
 */
export function authorityOfHub(address: URL): Promise<HubAuthority | undefined> {
  const host = hostOf(address);
  return new Promise((resolve) => {
    const socket = connect({ host, port: portOf(address), ...(isIP(host) ? {} : { servername: host }), rejectUnauthorized: false });
    const end = (authority: HubAuthority | undefined): void => {
      socket.destroy();
      resolve(authority);
    };
    socket.setTimeout(LOOK_MS_MAX, () => end(undefined));
    socket.once('error', () => end(undefined));
    socket.once('close', () => end(undefined));
    socket.once('secureConnect', () => end(authorityIn(socket)));
  });
}
