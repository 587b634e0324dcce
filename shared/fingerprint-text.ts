/** How much of a fingerprint people compare: 64 bits, which nobody makes a second hub for. */
const SIGNS_COMPARED = 16;

/** A hub's fingerprint as people compare it: `7F3A 19C0 B2E4 5D81`. */
export const fingerprintText = (fingerprint: string): string =>
  (fingerprint.slice(0, SIGNS_COMPARED).toUpperCase().match(/.{4}/g) ?? []).join(' ');
