import { hostname, networkInterfaces } from 'node:os';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** The names under which a hub that listens on `host` may be called: loopback's, its own, and where it listens on all, this computer's. */
export function trustedHosts(host: string): ReadonlySet<string> {
  const names = new Set([...LOOPBACK, bracketed(host).toLowerCase()]);
  if (host === '0.0.0.0' || host === '::') {
    names.add(hostname().toLowerCase());
    for (const addresses of Object.values(networkInterfaces())) for (const { address } of addresses ?? []) names.add(bracketed(address));
  }
  return names;
}

/**
 * Whether a request was meant for this hub and, if a page sent it, whether the page is the hub's own. A name that some
 * other site has pointed at this computer (DNS rebinding) is not one of the names; another site's page has another origin.
 */
export function isTrusted(names: ReadonlySet<string>, host: string | undefined, origin: string | undefined): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  if (name === undefined || !names.has(name)) return false;
  return origin === undefined || origin.toLowerCase() === `http://${host?.toLowerCase()}`;
}
