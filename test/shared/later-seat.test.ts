import { describe, expect, it } from 'vitest';
import { laterSeatProblem, seatedOn, turnsTwoOn } from '../../shared/later-seat.ts';

type Held = Parameters<typeof seatedOn>[0][number];

/** `A` adult, `a` adult with an infant on the lap, `C` child, `I` infant in a seat, `20` infant from segment 2 on, until then with passenger 0. */
const party = (text: string): Held[] =>
  text.split(' ').map((word): Held => {
    const [segment, place] = [...word].map(Number);
    if (segment && place !== undefined) return { type: 'INS', infant: false, seatFrom: { segment, with: place } };
    return { type: { A: 'ADT', a: 'ADT', C: 'CHD' }[word] ?? 'INS', infant: word === 'a' };
  });

const shown = (held: readonly Held[]): string => held.map(({ type, infant }) => `${type}${infant ? ' with infant' : ''}`).join(', ');

describe('who sits on a flight', () => {
  it.each<[string, number, string]>([
    ['A', 1, 'ADT'],
    ['a I C', 2, 'ADT with infant, INS, CHD'],
    ['A A 20', 1, 'ADT with infant, ADT'],
    ['A A 20', 2, 'ADT, ADT, INS'],
    ['A A 20', 3, 'ADT, ADT, INS'],
    ['A a C 30', 2, 'ADT with infant, ADT with infant, CHD'],
    ['A A 21 30', 1, 'ADT with infant, ADT with infant'],
    ['A A 21 30', 2, 'ADT with infant, ADT, INS'],
    ['A A 21 30', 3, 'ADT, ADT, INS, INS'],
  ])('%s on flight %i: %s', (text, segment, seated) => {
    expect(shown(seatedOn(party(text), segment))).toBe(seated);
  });
});

describe('what is wrong with seats that begin later', () => {
  const LAP = 'lack an adult with a free lap';
  it.each<[string, number, string | undefined]>([
    ['A I', 1, undefined],
    ['A 20', 2, undefined],
    ['A A C 21 30', 3, undefined],
    ['A 20', 1, 'give a seat from a flight that there is not'],
    ['A 20 C', 2, 'do not name last who sits from a later flight on'],
    ['A A 30 21', 3, 'do not name last who sits from a later flight on'],
    ['a 20', 2, LAP],
    ['C A 20', 2, LAP],
    ['A 22', 2, LAP],
    ['A 20 30', 3, LAP],
  ])('%s on %i flights: %s', (text, flights, problem) => {
    expect(laterSeatProblem(party(text), flights)).toBe(problem);
  });

  it('refuses anybody but an infant', () => {
    const child = { type: 'CHD', infant: false, seatFrom: { segment: 2, with: 0 } };
    expect(laterSeatProblem([...party('A'), child], 2)).toBe('give a later seat to somebody who is no infant');
  });
});

it('finds the flight on whose day an infant is 2', () => {
  const legs = [{ date: '2026-11-21' }, { date: '2026-11-22' }];
  expect(turnsTwoOn('2024-11-21', legs)).toBe(legs[0]);
  expect(turnsTwoOn('2024-11-22', legs)).toBe(legs[1]);
  expect(turnsTwoOn('2024-11-23', legs)).toBeUndefined();
});
