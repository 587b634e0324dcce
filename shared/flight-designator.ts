/** `AA` + 185 + `` -> `AA 185`, as a flight is called on every screen. */
export const designator = (carrier: string, number: number, suffix = ''): string => `${carrier} ${number}${suffix}`;

/** Reads `AA185`, `aa 0185`, `B6 23D`; undefined when the text is no flight. `AA0` reads as number 0, which no flight has. */
export function parseDesignator(text: string): { carrier: string; number: number; suffix: string } | undefined {
  const match = /^([A-Z][A-Z0-9]|[0-9][A-Z])\s*(\d{1,4})([A-Z]?)$/.exec(text.trim().toUpperCase());
  if (!match) return undefined;
  return { carrier: match[1] ?? '', number: Number(match[2]), suffix: match[3] ?? '' };
}
