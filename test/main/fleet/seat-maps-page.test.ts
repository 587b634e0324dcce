import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSeatMap } from '../../../main/fleet/read-seat-map.ts';
import { FLEET_FLIGHTS_MAX, FLEET_LOSERS_MAX, FLEET_SEATS_MAX } from '../../../shared/bounds.ts';

const page = readFileSync(new URL('../../../docs/seat-maps.md', import.meta.url), 'utf8');
const sentences = page.replaceAll('\n', ' ');

/** What stands between the fences of a language. */
const examples = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

test('the page has one example of each form', () => {
  expect([examples('json').length, examples('csv').length]).toEqual([1, 1]);
});

test.each([...examples('json'), ...examples('csv')])('an example of the page is read without a fault: %.20s', (text) => {
  const { draft, faults } = readSeatMap(text);
  expect(faults).toEqual([]);
  expect(draft).not.toBeNull();
});

test('both examples are the same cabin', () => {
  const [json, csv] = [examples('json')[0] ?? '', examples('csv')[0] ?? ''].map((text) => readSeatMap(text).draft);
  expect(json).toMatchObject({ name: 'E175 of Example Air', carrier: 'QX', equipment: 'E75', configuration: 'F4Y12' });
  expect(csv).toEqual({ ...json, name: null, carrier: null, equipment: null, configuration: null });
});

test('the page names the bounds as they are', () => {
  const said = (bound: number): string => bound.toLocaleString('en-US');
  expect(sentences).toContain(`at most ${said(FLEET_FLIGHTS_MAX)} flights and ${said(FLEET_LOSERS_MAX)} seats of passengers`);
  expect(sentences).toContain(`more than ${FLEET_SEATS_MAX} seats`);
});
