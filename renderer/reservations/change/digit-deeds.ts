const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
type Digit = (typeof DIGITS)[number];

/** The keys 1 to 9 for the first nine of a list. */
export const digitDeeds = (takes: readonly (() => void)[]): Partial<Record<Digit, () => void>> =>
  Object.fromEntries(takes.slice(0, DIGITS.length).map((take, at) => [DIGITS[at], take]));
