/** How many bytes are given to String.fromCharCode at once: too many arguments would overflow the stack. */
const SIGNS_AT_ONCE = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += SIGNS_AT_ONCE) text += String.fromCharCode(...bytes.subarray(from, from + SIGNS_AT_ONCE));
  return btoa(text);
}

/** The same as it stands in addresses and in JSON of others: no signs that mean something there, and nothing to fill up. */
export const base64urlOf = (bytes: Uint8Array): string => base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
