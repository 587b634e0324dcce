import { describe, expect, test } from 'vitest';
import { endsOf, isReturn, type OnWay, sameWay, waysProblem } from '../../shared/ways.ts';

interface Leg extends OnWay {
  readonly at: string;
}
const out = (at: string): Leg => ({ at });
const back = (at: string): Leg => ({ at, back: true });

describe('ways of an itinerary', () => {
  test.each<[string, Leg[], boolean, string, string | undefined]>([
    ['one way', [out('a'), out('b')], false, 'ab', undefined],
    ['a return', [out('a'), out('b'), back('c')], true, 'ab', undefined],
    ['three flights each way', [out('a'), out('b'), out('c'), back('d'), back('e'), back('f')], true, 'ac', undefined],
    ['a way back that is left alone', [back('c'), back('d')], false, 'cd', 'lack a way out'],
    ['the way back first', [back('a'), out('b')], true, 'ab', 'do not name the way out first'],
    ['a way out after the way back', [out('a'), back('b'), out('c')], true, 'ac', 'do not name the way out first'],
    ['four flights out', [out('a'), out('b'), out('c'), out('d')], false, 'ad', 'have more than 3 flights one way'],
    ['four flights back', [out('a'), back('b'), back('c'), back('d'), back('e')], true, 'aa', 'have more than 3 flights one way'],
  ])('%s', (_, legs, returns, ends, problem) => {
    expect(isReturn(legs)).toBe(returns);
    const found = endsOf(legs);
    expect(`${found?.first.at}${found?.last.at}`).toBe(ends);
    expect(waysProblem(legs, 3)).toBe(problem);
  });

  test('flights are of one way when neither or both are of the way back', () => {
    expect([sameWay(out('a'), out('b')), sameWay(back('a'), back('b')), sameWay(out('a'), back('b'))]).toEqual([true, true, false]);
  });
});
