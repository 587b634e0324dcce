/** Record locators: six of 32 signs, without I, O, 0 and 1, so 2^30 of them. */
export const LOCATOR_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const LOCATOR_PATTERN = /^[A-HJ-NP-Z2-9]{6}$/;
export const LOCATORS_MAX = 2 ** 30;

export const isLocator = (text: string): boolean => LOCATOR_PATTERN.test(text);

/** Writes a number of 0 to 2^30 - 1 in the locator alphabet. */
export function locatorOf(value: number): string {
  let text = '';
  for (let shift = 25; shift >= 0; shift -= 5) text += LOCATOR_ALPHABET[(value >>> shift) & 31];
  return text;
}

/** The number that a locator writes, or undefined when the text is no locator. */
export function locatorValue(text: string): number | undefined {
  if (!isLocator(text)) return undefined;
  return [...text].reduce((value, sign) => value * 32 + LOCATOR_ALPHABET.indexOf(sign), 0);
}

/** Signs that no locator holds, and the signs that an agent may have misread on paper. */
export const MISREAD: Readonly<Record<string, string>> = { O: 'QDG', '0': 'QD8', I: 'LTJ', '1': 'LT7' };

/** Every locator that a text with I, O, 0 or 1 may stand for; empty when there is none. */
export function locatorCandidates(text: string): string[] {
  if (!/^[A-Z0-9]{6}$/.test(text) || isLocator(text)) return [];
  return [...text].reduce<string[]>((starts, sign) => starts.flatMap((start) => [...(MISREAD[sign] ?? sign)].map((s) => start + s)), ['']);
}
