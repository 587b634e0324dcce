import { fingerprintText } from '../../shared/fingerprint-text.ts';

/** What is printed when other computers can reach the hub; undefined when only this one can. The fingerprint is written as consoles show it. */
export const reachText = (farAddress: string, fingerprint: string): string | undefined =>
  farAddress === ''
    ? undefined
    : `Other computers reach this hub at ${farAddress}, encrypted. Compare its fingerprint there: ${fingerprintText(fingerprint)}`;
