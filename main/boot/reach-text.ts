import { fingerprintText } from '../../shared/fingerprint-text.ts';

/** What is printed when other computers can reach the hub; undefined when only this one can. The fingerprint is written as consoles show it. */
export const reachText = (farAddress: string, fingerprint: string): string | undefined =>
  farAddress === ''
    ? undefined
    : `Other computers reach this hub at ${farAddress}, encrypted. Compare its fingerprint there: ${fingerprintText(fingerprint)}`;

/** How a console of another computer becomes a desk. */
export const pairText = (address: string): string =>
  `To pair a desk, a supervisor signs in at ${address} on this computer, or at a desk that is paired, and asks for a code in Admin, Desks.`;
