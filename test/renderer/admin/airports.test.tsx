import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useAirports } from '../../../renderer/admin/airports/airports-store.ts';
import { BLANK_AIRPORT, readAirport, type TypedAirport, typedAs } from '../../../renderer/admin/airports/typed-airport.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { dateAfter } from '../../../renderer/format/times.ts';
import { today } from '../../../renderer/stores/today.ts';
import type { AirportChange } from '../../../shared/methods/airports.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';

const facts = {
  ...{ name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 415_000, east: -742_500, zone: 'America/New_York', closed: false },
};
const NEW: AirportChange = { number: 4, code: 'XNB', from: '2026-12-01', ...facts, reason: 'opens', user: 'osei', at: 1_795_000_000_000 };
const typed: TypedAirport = {
  ...{ code: 'XNB', from: '2026-12-01', name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ zone: 'America/New_York', latitude: '41.5', longitude: '74.25W', closed: false },
};

let hub: FakeBridge;
let changes: AirportChange[];
beforeEach(() => {
  changes = [];
  hub = new FakeBridge()
    .answers('airports.list', () => accept({ changes }))
    .answers('airports.read', ({ code }) => accept({ shipped: null, changes: changes.filter((one) => one.code === code) }))
    .gives('airports.preview', { before: null, until: null, leaving: 0, arriving: 0, movedMinutes: 0, otherDay: 0 })
    .gives('flights.places', { places: [] })
    .answers('airports.set', () => {
      changes = [NEW];
      return accept({ number: 4 });
    });
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  useAirports.setState({ changes: [], loaded: false, refusal: null });
});

const show = async () => {
  render(<AdminScreen screen={{ name: 'admin', tab: 'airports' }} />);
  await screen.findByRole('heading', { name: 'Airports added or corrected' });
};
const box = (name: string) => screen.getByRole('textbox', { name });
const asked = () => hub.inputsOf('airports.set');

test('an airport is added by keyboard alone, once for two Enters, and stands in the list', async () => {
  const person = userEvent.setup();
  await show();
  expect(await screen.findByText('All airports are as they came with Aisle')).toBeTruthy();
  box('Code').focus();
  await person.keyboard('xnb{Tab}1DEC{Tab}New Bridge Airport{Tab}New Bridge{Tab}xnb{Tab}us{Tab}');
  await person.keyboard('America/New_York{Tab}41.5{Tab}-74,25{Tab}opens with the winter{Enter}{Enter}');
  expect(await within(await screen.findByRole('table')).findByRole('button', { name: 'Correct XNB' })).toBeTruthy();
  const year = Number(asked()[0]?.from.slice(0, 4));
  expect(asked()).toMatchObject([{ code: 'XNB', from: `${year}-12-01`, ...facts, basedOn: 0, reason: 'opens with the winter' }]);
  expect(box('Code')).toHaveProperty('value', '');
});

test('three letters bring what is known, and a correction names the change that was seen', async () => {
  changes = [NEW];
  const person = userEvent.setup();
  await show();
  await person.click(await screen.findByRole('button', { name: 'Correct XNB' }));
  await waitFor(() => expect(box('Name')).toHaveProperty('value', 'New Bridge Airport'));
  expect(screen.getByRole('heading', { name: 'Correct XNB' })).toBeTruthy();
  expect(screen.getByText('osei: opens')).toBeTruthy();
  await person.click(screen.getByRole('checkbox', { name: 'Closed: nothing is scheduled there' }));
  await person.type(box('Reason'), 'moved away{Enter}');
  expect(asked()).toMatchObject([{ code: 'XNB', closed: true, basedOn: 4, reason: 'moved away' }]);
});

test('what another supervisor did meanwhile is shown beside what is typed, and is seen from then on', async () => {
  let first = true;
  hub.answers('airports.set', () => {
    if (!first) return accept({ number: 5 });
    first = false;
    changes = [NEW];
    return refuse('AIRPORT_CHANGED', { code: 'XNB', user: 'weber', number: 4 });
  });
  const person = userEvent.setup();
  await show();
  box('Code').focus();
  await person.keyboard('xnb{Tab}{Tab}Another name{Tab}New Bridge{Tab}xnb{Tab}us{Tab}America/New_York{Tab}41{Tab}-74{Tab}opens{Enter}');
  expect(await screen.findByText(/^weber changed XNB in the meantime/)).toBeTruthy();
  expect(await screen.findByText('osei: opens')).toBeTruthy();
  expect(box('Name')).toHaveProperty('value', 'Another name');
  await person.type(box('Reason'), '{Enter}');
  await waitFor(() => expect(asked().map(({ basedOn }) => basedOn)).toEqual([0, 4]));
});

test('what a zone does to flights to come is told before it is sent', async () => {
  changes = [NEW];
  hub.gives('airports.preview', { before: facts, until: null, leaving: 212, arriving: 1_002, movedMinutes: -60, otherDay: 3 });
  await show();
  await userEvent.click(await screen.findByRole('button', { name: 'Correct XNB' }));
  const told = await screen.findByText(/^1,214 flights to come/);
  expect(told.textContent).toBe(
    '1,214 flights to come: 212 leave, 1,002 arrive. Until their schedule is imported again, they are shown 60 minutes earlier at XNB, because their moments stay. 3 of them are shown on another day until then.',
  );
});

test.each<[keyof TypedAirport, string, string]>([
  ['code', 'XN', 'Three letters.'],
  ['from', '31NOV', 'A date such as 12JAN.'],
  ['name', ' ', 'What the airport is called.'],
  ['city', '', 'The city that it serves.'],
  ['cityCode', 'XN1', 'Three letters; most often those of the airport.'],
  ['country', 'USA', 'Two letters, such as US.'],
  ['zone', 'New York', 'A zone of the list, such as Europe/Paris.'],
  ['zone', '+05:30', 'A zone of the list, such as Europe/Paris.'],
  ['latitude', '90.1', '-90 to 90 degrees, such as 41.5.'],
  ['latitude', '41.5W', '-90 to 90 degrees, such as 41.5.'],
  ['latitude', '', '-90 to 90 degrees, such as 41.5.'],
  ['longitude', '-181', '-180 to 180 degrees, such as -74.25.'],
  ['longitude', '-74W', '-180 to 180 degrees, such as -74.25.'],
])('%s %j is not sent', (field, text, said) => {
  expect(readAirport({ ...typed, [field]: text })).toEqual({ [field]: said });
});

test.each([
  ['41.5', '-74.25', 415_000, -742_500],
  ['41,5', '74.25W', 415_000, -742_500],
  ['41.5N', '74.25 e', 415_000, 742_500],
  ['33.9s', '180', -339_000, 1_800_000],
  ['-90', '0', -900_000, 0],
  ['-0', '-0.00001', 0, 0],
  ['12.48884', '106.05496', 124_888, 1_060_550],
])('%s, %s are read as degrees', (latitude, longitude, north, east) => {
  expect(readAirport({ ...typed, latitude, longitude })).toMatchObject({ facts: { north, east } });
});

test('the fields are filled from the change of the latest day, not from the newest', () => {
  const later = { ...NEW, number: 2, from: '2199-06-01', name: 'Later' };
  expect(typedAs({ code: 'XNB', shipped: null, changes: [NEW, later] })).toMatchObject({
    from: '2199-06-01',
    name: 'Later',
    latitude: '41.5',
    longitude: '-74.25',
  });
  expect(typedAs({ code: 'QQQ', shipped: null, changes: [] })).toEqual({ ...BLANK_AIRPORT, code: 'QQQ' });
});

test('a correction of what begins today or later begins with it, because one of a day before would end there', () => {
  const since = (from: string) => typedAs({ code: 'XNB', shipped: null, changes: [{ ...NEW, from }] }).from;
  const now = today('America/New_York');
  expect([since(dateAfter(now, -1)), since(now), since(dateAfter(now, 1))]).toEqual(['', now, dateAfter(now, 1)]);
});

test('an agent does not see it', () => {
  useSession.setState((now) => ({ session: now.session && { ...now.session, role: 'agent' } }));
  render(<AdminScreen screen={{ name: 'admin', tab: 'airports' }} />);
  expect(screen.getByText('Only a supervisor may open Admin')).toBeTruthy();
});
