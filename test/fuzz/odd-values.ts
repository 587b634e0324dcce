import type { SeededRandom } from '../../main/seeded-random.ts';

/** Stands in every odd text, so that a reply or a log line that repeats what was sent gives itself away. */
export const CANARY = 'Zq7Canary';

const LENGTHS = [13, 33, 61, 81, 121, 129, 201, 513, 4_097, 65_537] as const;

/** Texts that break parsers: no text at all, other alphabets and directions, halves of signs, controls, code, very long ones. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  `${CANARY}\u0000`,
  '\u001b[31m',
  '\r\n',
  '\ud800',
  `\udc00${CANARY}`,
  'e\u0301\u0301\u0301',
  'Z\u0351\u036b\u0343\u036a\u0302alg\u030do',
  '\u202eSSOB',
  'محمد',
  'שלום',
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  '\ufeff',
  '\ufffd',
  '\ufb03\u0149\u1e9e\ufdfa',
  '\u2028\u2029',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; DROP TABLE bookings; --",
  '%_%',
  '{date}{until}{locator}',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  'null',
  '-0',
  '1e309',
  '0x10',
  '٣٤٥',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '31NOV26',
  '00XXX00',
  '-1',
  '9007199254740993',
] as const;

export const oddText = (random: SeededRandom): string => {
  const chance = random.below(1_000);
  if (chance < 2) return random.pick(['x', '\u0301', '\u{1f9f3}', ' ']).repeat(1_000_000);
  if (chance < 120) return random.pick(['A', 'x', '9', ' ', '\u0301', 'é', '/', '=']).repeat(random.pick(LENGTHS));
  if (chance < 300) return anyText(random, 1 + random.below(24));
  return random.pick(TEXTS);
};

/** Any code units at all, mostly those that mean something to somebody. */
export function anyText(random: SeededRandom, length: number): string {
  let text = '';
  for (let place = 0; place < length; place++) {
    const kind = random.below(10);
    const code =
      kind < 4
        ? 32 + random.below(95)
        : kind < 6
          ? 48 + random.below(43)
          : kind < 7
            ? random.below(33)
            : kind < 9
              ? random.below(0x3000)
              : random.below(0x10000);
    text += String.fromCharCode(code);
  }
  return text;
}

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e300,
  5e-324,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
  2 ** 63,
  8_640_000_000_001,
  100,
  1_441,
  9_999,
  10_000,
] as const;

export const oddNumber = (random: SeededRandom): number => (random.below(4) === 0 ? random.below(2 ** 31) - 2 ** 30 : random.pick(NUMBERS));

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};

/** Only what JSON can carry. */
export function oddJson(random: SeededRandom): unknown {
  switch (random.below(12)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
    case 3:
    case 4:
      return oddNumber(random);
    case 5:
      return random.pick([[], {}, [[]], [{}], { a: 1 }, [null], ['x'], { 0: 'x', length: 1 }]);
    case 6:
      return nested(1 + random.below(random.pick([3, 14, 2_000])), random.below(2) === 0 ? (inner) => [inner] : (inner) => ({ a: inner }));
    case 7:
      return Array.from({ length: random.pick([2, 10, 100, 1_000, 60_000]) }, () => 0);
    case 8:
      return JSON.parse('{"__proto__":{"role":"supervisor"},"constructor":{"prototype":{"role":"supervisor"}}}');
    default:
      return oddText(random);
  }
}

/** Also what only the bridge between two windows could carry, and what it could not. */
export function oddValue(random: SeededRandom): unknown {
  switch (random.below(24)) {
    case 0:
      return undefined;
    case 1:
      return new Date(random.pick([0, Number.NaN, 8.64e15]));
    case 2:
      return new Map([['role', 'supervisor']]);
    case 3:
      return 7n;
    case 4:
      return Symbol(CANARY);
    case 5:
      return () => CANARY;
    case 6:
      return new Uint8Array(8);
    case 7: {
      const round: unknown[] = [];
      round.push(round);
      return round;
    }
    case 8:
      return Object.create({ requestId: 'request-0001' });
    case 9:
      return new Array(60_000);
    default:
      return oddJson(random);
  }
}
