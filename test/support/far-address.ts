import { networkInterfaces } from 'node:os';

/**
 * An address of this computer that others could reach, so that what comes over it comes from elsewhere as far as a hub can see. Undefined on a computer without
 * a network: the tests that need one are left out there, and it is said.
 */
export const FAR_ADDRESS: string | undefined = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

if (FAR_ADDRESS === undefined) console.warn('This computer has no network: what a hub tells other computers is not tested.');
