import { isLoopback } from '../hub/caller.ts';

/** What is printed when other computers can reach the hub; undefined when only this one can. */
export const reachText = (host: string): string | undefined =>
  host === 'localhost' || isLoopback(host)
    ? undefined
    : `Other computers can reach this hub, because it listens on ${host}. It has no certificate, so PINs and passengers' names are not encrypted on the way: use it only on a network that you trust.`;
