import type { SeededRandom } from '../../main/seeded-random.ts';
import { oddNumber, oddText, oddValue } from './odd-values.ts';

type Holder = Record<string | number, unknown>;
const isHolder = (value: unknown): value is Holder =>
  Array.isArray(value) || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);

const PLACES_MAX = 300;
const DEPTH_MAX = 14;

/** Places of a value: what holds it and under which key. What was made endless is looked into only so far. */
function placesOf(value: unknown, places: { readonly holder: Holder; readonly key: string }[] = [], depth = 0) {
  if (!isHolder(value) || depth > DEPTH_MAX || places.length > PLACES_MAX) return places;
  for (const key of Object.keys(value).slice(0, PLACES_MAX)) {
    places.push({ holder: value, key });
    placesOf(value[key], places, depth + 1);
  }
  return places;
}

const EXTRA = [
  'extra',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'requestId',
  'actor',
  'role',
  '',
  '0',
  'then',
  'toJSON',
] as const;

/** As a parser of JSON would put it there: an own key, whatever it means elsewhere. */
const give = (holder: Holder, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/** A text with one thing wrong: a sign more, less, doubled, swapped, of another case. */
export function editedText(random: SeededRandom, text: string): string {
  const at = random.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (random.below(8)) {
    case 0:
      return before + after.slice(1);
    case 1:
      return before + random.pick([' ', '/', '-', '0', 'O', '\u0000', '\u0301', '\ud83d', '\u202e', 'é', '\t', '9', 'ß']) + after;
    case 2:
      return before + before + after;
    case 3:
      return after + before;
    case 4:
      return random.below(2) === 0 ? text.toLowerCase() : text.toUpperCase();
    case 5:
      return before;
    case 6:
      return before + oddText(random) + after.slice(1);
    default:
      return before + String.fromCharCode(random.below(random.pick([128, 0x3000, 0x10000]))) + after.slice(1);
  }
}

function tweaked(random: SeededRandom, value: unknown): unknown {
  if (typeof value === 'number') return random.below(2) === 0 ? value + random.pick([-1, 1, 0.5, 1_000, 1e9]) : oddNumber(random);
  if (typeof value === 'string') return editedText(random, value);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) {
    const doubled = [...value, ...structuredCloneOr(value)];
    return random.pick([[], doubled, [value], Object.fromEntries(value.entries()), value.slice(1), value.toReversed()]);
  }
  if (isHolder(value)) return random.pick<unknown>([Object.entries(value), [value], Object.values(value), {}]);
  return oddValue(random);
}

const structuredCloneOr = (value: unknown[]): unknown[] => {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
};

/** Changes a plain value, in place where it can, at one place of its own choosing. */
function changeOnce(random: SeededRandom, value: unknown): unknown {
  const places = placesOf(value);
  const place = places.length > 0 && random.below(20) > 0 ? random.pick(places) : undefined;
  if (!place) return random.below(2) === 0 ? oddValue(random) : tweaked(random, value);
  const { holder, key } = place;
  switch (random.below(8)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      if (Array.isArray(holder)) holder.push(oddValue(random));
      else give(holder, random.pick(EXTRA), oddValue(random));
      break;
    case 2: {
      const other = random.pick(places);
      give(holder, key, other.holder[other.key] === holder ? null : other.holder[other.key]);
      break;
    }
    case 3:
    case 4:
      give(holder, key, oddValue(random));
      break;
    default:
      give(holder, key, tweaked(random, holder[key]));
  }
  return value;
}

/** A good value with up to `most` things wrong with it; the good one is left as it is. */
export function mutated(random: SeededRandom, good: unknown, most = 3): unknown {
  let value = structuredClone(good);
  for (let left = random.below(most + 1); left > 0; left--) value = changeOnce(random, value);
  return value;
}
