import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Locators } from '../../main/store/locators.ts';
import { isLocator, LOCATORS_MAX, locatorCandidates, locatorOf, locatorValue } from '../../shared/locator.ts';

const bookingIds = fc.integer({ min: 1, max: LOCATORS_MAX - 1 });

describe('locators', () => {
  test('are six signs without I, O, 0 and 1, and lead back to their booking', () => {
    fc.assert(
      fc.property(bookingIds, fc.integer(), (id, key) => {
        const locators = new Locators(key);
        const locator = locators.of(id);
        expect(isLocator(locator)).toBe(true);
        expect(locators.bookingId(locator)).toBe(id);
      }),
    );
  });

  test('never meet, and neighbours do not look alike', () => {
    const locators = new Locators(42);
    const drawn = Array.from({ length: 50_000 }, (_, index) => locators.of(index + 1));
    expect(new Set(drawn).size).toBe(50_000);
    const alike = drawn.filter((locator, index) => index > 0 && locator.slice(0, 3) === drawn[index - 1]?.slice(0, 3));
    expect(alike.length).toBeLessThan(20);
  });

  test('write every number of their range and read it back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: LOCATORS_MAX - 1 }), (number) => locatorValue(locatorOf(number)) === number));
  });
});

describe('a misread locator', () => {
  test.each([
    ['K7QF2M', []], // nothing is misread
    ['K7QF2', []],
    ['K7QF2-', []],
    ['K7OF2M', ['K7QF2M', 'K7DF2M', 'K7GF2M']],
    ['K71F2M', ['K7LF2M', 'K7TF2M', 'K77F2M']],
  ])('%s may mean %j', (text, candidates) => expect(locatorCandidates(text)).toEqual(candidates));

  test('of two signs may mean every pair, each a locator', () => {
    const candidates = locatorCandidates('O0QF2M');
    expect(candidates).toHaveLength(9);
    expect(candidates.every(isLocator)).toBe(true);
  });
});
