/** Longest host form of a name, with its slash and its title. */
export const HOST_NAME_MAX = 58;

/** Stands for the given name of somebody who has a single name. */
export const NO_GIVEN_NAME = 'FNU';

/**
 * Letters of Latin script that Unicode does not take apart into a letter of A to Z and its marks.
 * Source: ICAO Doc 9303, part 3, section 6, the table of Latin-based letters. Where that table gives a choice, the form without marks is taken: accents are dropped
 * from all other letters too.
 */
const OF_TABLE: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', Œ: 'OE', Ø: 'O', Þ: 'TH', ẞ: 'SS', ß: 'SS', Ð: 'D', Đ: 'D' },
  ...{ Ħ: 'H', Ł: 'L', Ŋ: 'N', Ŧ: 'T' },
};
/** Letters with a stroke, a hook or another shape that the table does not have: the letter that they are made of, as for accents. */
const OF_SHAPE: Readonly<Record<string, string>> = {
  ...{ Ƀ: 'B', Ɓ: 'B', Ƈ: 'C', Ȼ: 'C', Ɖ: 'D', Ɗ: 'D', Ɇ: 'E', Ɛ: 'E', Ə: 'E', Ǝ: 'E', Ƒ: 'F', Ǥ: 'G', Ɠ: 'G', Ɣ: 'G' },
  ...{ Ɨ: 'I', Ɩ: 'I', Ɉ: 'J', Ƙ: 'K', Ƚ: 'L', Ɲ: 'N', Ƞ: 'N', Ɵ: 'O', Ɔ: 'O', Ƥ: 'P', Ɍ: 'R', Ⱦ: 'T', Ƭ: 'T', Ʈ: 'T' },
  ...{ Ʉ: 'U', Ʋ: 'V', Ɏ: 'Y', Ƴ: 'Y', Ƶ: 'Z', Ȥ: 'Z' },
};
const LETTERS: ReadonlyMap<string, string> = new Map([...Object.entries(OF_TABLE), ...Object.entries(OF_SHAPE)]);

/** Most names look like this, and nothing of them has to be dropped. */
const PLAIN = /^[A-Za-z]+( [A-Za-z]+)*$/;
const IS_PLAIN = /^[A-Za-z ]$/;
const IS_LETTER = /\p{L}/u;

/** A single letter in letters of A to Z; empty when it has none. */
const letterForm = (letter: string): string => {
  const capital = letter.toUpperCase();
  return LETTERS.get(letter) ?? LETTERS.get(capital) ?? [...capital].map((part) => LETTERS.get(part) ?? part).join('');
};

/**
 * `Sze-To` -> `SZETO`: the host form, A to Z and space. Letters lose their accents. Digits, signs, and letters that have no form in A to Z
 * are dropped (`lettersWithoutForm` tells which).
 */
export function hostForm(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return (
    text
      // Signs that stand for letters (a trade mark) are no letters of a name. Spaces of every kind stay spaces.
      .replace(/[^\p{L}\p{M}\s]+/gu, '')
      .replace(/\s+/g, ' ')
      // Joined letters come apart (IJ, DZ with caron), and letters lose their accents.
      .normalize('NFKD')
      .replace(/[\u0080-\u{10ffff}]/gu, (sign) => (IS_LETTER.test(sign) ? letterForm(sign) : ''))
      .toUpperCase()
      .replace(/[^A-Z ]+/g, '')
      .replace(/ +/g, ' ')
      .trim()
  );
}

/** The host form of a surname. One letter is doubled, because a host system takes no surname of one letter: `O` -> `OO`. */
export function hostSurname(text: string): string {
  const form = hostForm(text);
  return form.length === 1 ? form + form : form;
}

/** The letters of a name that have no form in A to Z, each once: a name that has any is written in host form beside its spelling. */
export function lettersWithoutForm(text: string): string[] {
  if (PLAIN.test(text)) return [];
  return [...new Set(text.normalize('NFC'))].filter((sign) => /\p{L}/u.test(sign) && hostForm(sign) === '' && !/\p{Lm}/u.test(sign));
}

/** What the host form leaves out and nobody would expect, each once: digits and signs. Hyphens, apostrophes and full stops are usual in names. */
export const droppedSigns = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))].filter(
    (sign) => !IS_PLAIN.test(sign) && !/[\p{L}\p{M}\s.\-\u2010\u2011'\u2019\u02bb\u02bc`\u00b4\u00b7]/u.test(sign),
  );
