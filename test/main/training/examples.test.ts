import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { FIND_EXAMPLES, readFind } from '../../../renderer/format/read-find.ts';
import { parseCommand } from '../../../renderer/frame/parse-command.ts';
import { KEY_TABLES } from '../../../renderer/keys/key-tables.ts';
import { birthExample, readBirthDate } from '../../../renderer/sale/birth-date.ts';
import { ageOn } from '../../../shared/passengers.ts';
import { readContact } from '../../../shared/read-contact.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ANA, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const TODAY = '2026-11-21';
const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** What says only how something is written. Nobody is called so. */
const FORMS = ['SURNAME/GIVEN', 'SURNAME/GIVEN TITLE'];
/** Keys, which the texts name beside the examples. */
const KEYS = Object.values(KEY_TABLES).flatMap((rows) => rows.flatMap(({ keys }) => keys as readonly string[]));

/** What a text tells people to type as it stands: what is quoted, else the parts of a list that hold a figure, a stroke or two places. */
function examplesIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example);
  const listed = text.replace(/^.*?(Write|command bar:) /, '').split(/[,()] | or |: |[()]/);
  return (quoted.length > 0 ? quoted : listed)
    .map((each) => each.trim())
    .filter((each) => /[\d/@]|^[a-z]{3} [a-z]{3}\b/i.test(each) && !FORMS.includes(each) && !KEYS.includes(each));
}

/** The texts that fields of a folder show while they are empty. */
const placeholders = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) => globSync(`renderer/${folder}/*.tsx`, { cwd: ROOT }))
    .flatMap((file) => [...read(file).matchAll(/placeholder=(?:"([^"]+)"|\{([^}]+)\})/g)])
    .flatMap(([, plain, made = '']) => (plain === undefined ? [...made.matchAll(/'([^']+)'/g)].map(([, text = '']) => text) : [plain]));

const readme = read('README.md');
const wrong = parseCommand('', TODAY);
const TEXTS: readonly (readonly [string, string])[] = [
  ['the quick start', /Type `Ctrl K`.*/.exec(readme)?.[0] ?? ''],
  ['the README about searching', /^\| search \|.*$/m.exec(readme)?.[0] ?? ''],
  ['the command bar', wrong.kind === 'wrong' ? `${wrong.next}` : ''],
  ['the sheet of keys', KEY_TABLES.anywhere[0].does],
];

let store: TestHub;
beforeAll(async () => {
  store = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 21, 14)) });
  value(await store.hub.change('schedule.loadSample', {}, SYSTEM, null));
});

/** How much a new training store answers to what was typed. */
async function found(typed: string): Promise<number> {
  const command = parseCommand(typed, TODAY);
  if (command.kind === 'route') {
    const { from, to, date, party = { adults: 1, children: 0 } } = command;
    const { adults, children } = party;
    const wish = { from, to, date, adults, children, cabin: null, maxStops: 1, leavesFrom: 0, leavesTo: 1440, sort: 'price' } as const;
    return value(await store.hub.ask('flights.search', wish, ANA)).itineraries.length;
  }
  if (command.kind === 'flight') return value(await store.hub.ask('flights.find', command, ANA)).flights.length;
  if (command.kind === 'find')
    return value(await store.hub.ask('bookings.find', { anyOf: readFind(command.text, TODAY) }, ANA)).bookings.length;
  return 0;
}

describe('examples found nothing on the training day (AA2336, K7QF2M, SMITH/J)', () => {
  it.each(TEXTS)('what %s tells people to type is there', async (_, text) => {
    const examples = examplesIn(text);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([example, (await found(example)) > 0]).toEqual([example, true]);
  });

  it.each<readonly [string, string]>([
    ['the README about finding a booking', /^\| find a booking \|.*$/m.exec(readme)?.[0] ?? ''],
    ['the sentence under the field', FIND_EXAMPLES],
    ...placeholders('frame', 'board', 'reservations').map((text) => ['a placeholder', text] as const),
  ])('%s names no booking of its own: a new store has none (%s)', async (_, text) => {
    expect(text).not.toBe('');
    for (const example of examplesIn(text)) expect([example, (await found(example)) > 0]).toEqual([example, true]);
  });

  it('what empty fields of a sale show can be typed there', () => {
    const shown = placeholders('sale');
    expect(shown).toContain('+1 212 555 0148');
    for (const text of shown) {
      if (/\d/.test(text)) expect([text, readContact(text)]).toMatchObject([text, { phone: text }]);
      else if (text.includes('/')) expect(FORMS).toContain(text.replace('In A to Z: ', ''));
    }
  });

  it.each(['2026-11-21', '2027-01-01', '2027-12-31', '2031-06-01'])('on %s the birth dates that are shown fit their type', (today) => {
    const ageOf = (of: 'infant' | 'child') => ageOn(readBirthDate(birthExample(of, today), today) ?? '', today);
    expect(ageOf('infant')).toBeLessThan(2);
    expect(ageOf('child')).toBeGreaterThanOrEqual(5);
    expect(ageOf('child')).toBeLessThan(12);
  });
});
