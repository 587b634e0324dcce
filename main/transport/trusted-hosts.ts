import type { IncomingHttpHeaders } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const ALL = ['0.0.0.0', '::'];
const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** The names under which a hub that listens on `host` may be called: loopback's, its own, and where it listens on all, this computer's. */
export function trustedHosts(host: string): ReadonlySet<string> {
  const names = new Set(LOOPBACK);
  if (!ALL.includes(host)) names.add(bracketed(host).toLowerCase());
  else {
    if (/^[a-z0-9.-]{1,253}$/i.test(hostname())) names.add(hostname().toLowerCase());
    for (const addresses of Object.values(networkInterfaces())) for (const { address } of addresses ?? []) names.add(bracketed(address));
  }
  return names;
}

/**
 * Whether a request was meant for this hub and, if a page sent it, whether the page is the hub's own. A name that some
 * other site has pointed at this computer (DNS rebinding) is not one of the names; another site's page has another origin. `safe`: over TLS.
 */
export function isTrusted(
  names: ReadonlySet<string>,
  { host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>,
  safe: boolean,
): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  if (name === undefined || !names.has(name)) return false;
  return origin === undefined || origin.toLowerCase() === `${safe ? 'https' : 'http'}://${host?.toLowerCase()}`;
}

/** Where another computer opens a hub that listens on `host`, of the names that it has now: an address before a name, because not every network knows names. */
export function farName(host: string, names: ReadonlySet<string>): string | undefined {
  if (!ALL.includes(host)) return bracketed(host).toLowerCase();
  const far = [...names].filter((name) => !LOOPBACK.includes(name));
  return far.find((name) => /^\d+(\.\d+){3}$/.test(name) && !name.startsWith('127.')) ?? far.find((name) => !name.includes(':')) ?? far[0];
}
