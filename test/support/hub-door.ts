/** Where a console reaches a hub. */
export interface HubDoor {
  readonly address: string;
  /** The only authority that the console trusts there, as PEM. Undefined: it speaks without TLS. */
  readonly ca?: string | undefined;
}

/** A hub has a certificate only where other computers may reach it. */
export const SECURE_HOST = '0.0.0.0';

/**
 * The door of a hub on this computer for consoles that speak TLS, as counters of a station do. They trust the hub's own authority and nothing else, and look at the
 * name too: every certificate of a hub names 127.0.0.1. `address`: where the hub answers its own computer in clear; the same port speaks both.
 */
export async function secureDoor(address: string): Promise<HubDoor> {
  const found = await fetch(`${address}/authority.crt`);
  if (!found.ok) throw new Error(`The hub tells no authority (${found.status}).`);
  return { address: address.replace('http:', 'https:'), ca: await found.text() };
}

/** The address and the options of a WebSocket through this door, as a page that came through it would open one. */
export function socketAt({ address, ca }: HubDoor) {
  return {
    url: `${address.replace('http', 'ws')}/socket`,
    options: { origin: address, perMessageDeflate: false, ...(ca === undefined ? {} : { ca }) },
  };
}
