import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { sampleFlights } from '../../../main/training/sample-day.ts';
import { parseCommand } from '../../../renderer/frame/parse-command.ts';
import { KEY_TABLES } from '../../../renderer/keys/key-tables.ts';
import { dayNumber, instant } from '../../../shared/instants.ts';

const TODAY = '2026-11-21';
const flights = [...sampleFlights(loadReference(), instant(Date.UTC(2026, 10, 21, 14)))];
/** The airports of the cities that the examples name. */
const AIRPORTS: Readonly<Record<string, readonly string[]>> = { NYC: ['JFK', 'LGA', 'EWR'] };
const airportsOf = (place: string): readonly string[] => AIRPORTS[place] ?? [place];

/** What the texts tell people to type: whatever they name that reads as a route or a flight. */
function examplesIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example);
  const listed = text.replace(/^.*?(Write|command bar:) /, '').split(/, | or |: /);
  return (quoted.length > 0 ? quoted : listed).filter((each) => /^([a-z]{3} [a-z]{3}\b|[a-z]{2}\d+$)/i.test(each));
}

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const wrong = parseCommand('', TODAY);
const TEXTS: readonly (readonly [string, string])[] = [
  ['the quick start', /Type `Ctrl K`.*/.exec(readme)?.[0] ?? ''],
  ['the README', /^\| search \|.*$/m.exec(readme)?.[0] ?? ''],
  ['the command bar', wrong.kind === 'wrong' ? `${wrong.next}` : ''],
  ['the sheet of keys', KEY_TABLES.anywhere[0].does],
];

describe('examples named flights of no training day (AA2336)', () => {
  it.each(TEXTS)('what %s tells people to type works on the training day', (_, text) => {
    const examples = examplesIn(text);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const command = parseCommand(example, TODAY);
      const found = flights.filter((flight) => {
        if (command.kind === 'flight') return flight.carrier === command.carrier && flight.number === command.number;
        if (command.kind !== 'route') return false;
        const { from, to, date } = command;
        return (
          airportsOf(from).includes(flight.origin) && airportsOf(to).includes(flight.destination) && flight.serviceDay === dayNumber(date)
        );
      });
      expect([example, found.length > 0]).toEqual([example, true]);
    }
  });
});
