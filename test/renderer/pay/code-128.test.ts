import { expect, test } from 'vitest';
import { code128Bars, code128Values } from '../../../renderer/pay/code-128.ts';

/** Every sign of set B, so that each symbol of the table stands in one code. */
const ALL = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

test.each([
  // In set A the check symbol of this well-known example is 54; set B starts one higher.
  ['PJJ123C', [104, 48, 42, 42, 17, 18, 19, 35, 55, 106]],
  ['', [104, 1, 106]],
])('%s has the symbols %j', (text, values) => expect(code128Values(text)).toEqual(values));

test('each symbol is 11 modules wide with an even number of dark ones, and no two are alike', () => {
  const seen = new Set<string>();
  for (const sign of ALL) {
    const { bars, width } = code128Bars(sign);
    // start, the sign, the check symbol, stop of 13
    expect(width).toBe(11 + 11 + 11 + 13);
    const own = bars.filter(({ at }) => at >= 11 && at < 22);
    expect(own).toHaveLength(3);
    expect(own.reduce((sum, bar) => sum + bar.width, 0) % 2).toBe(0);
    seen.add(own.map(({ at, width: wide }) => `${at}:${wide}`).join());
  }
  expect(seen.size).toBe(ALL.length);
});

test('a locator is read back from its bars', () => {
  const { bars, width } = code128Bars('K7QF2M');
  const dark = new Set(bars.flatMap((bar) => Array.from({ length: bar.width }, (_, index) => bar.at + index)));
  const modules = Array.from({ length: width }, (_, index) => (dark.has(index) ? '1' : '0')).join('');
  const symbolOf = (sign: string): string => {
    const own = code128Bars(sign).bars.filter(({ at }) => at >= 11 && at < 22);
    const on = new Set(own.flatMap((bar) => Array.from({ length: bar.width }, (_, index) => bar.at + index)));
    return Array.from({ length: 11 }, (_, index) => (on.has(index + 11) ? '1' : '0')).join('');
  };
  const bySymbol = new Map([...ALL].map((sign) => [symbolOf(sign), sign]));
  const read = Array.from({ length: 6 }, (_, index) => bySymbol.get(modules.slice(11 + index * 11, 22 + index * 11)));
  expect(read.join('')).toBe('K7QF2M');
});
