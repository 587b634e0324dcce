// What is printed holds every name of a passport, in the font that comes with Aisle.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { localDate } from './support/local-date.ts';
import { notePrints } from './support/note-prints.ts';
import { pdfFonts } from './support/pdf-fonts.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

/** Letters of Latin script, Vietnamese, Cyrillic and Greek: the font that comes with Aisle has them all. */
const NAMES = [
  { surname: 'Łukasz', given: 'Ŋana' },
  { surname: 'Nguyễn', given: 'Thị Ngọc Ẩn' },
  { surname: 'Đặng', given: 'Ơn Ự' },
  { surname: 'Þórsson', given: 'Æsa' },
  { surname: 'Şahinoğlu', given: 'İpek' },
  { surname: 'Петрова', given: 'Алёна Їжак', host: { surname: 'PETROVA', given: 'ALENA' } },
  { surname: 'Παπαδόπουλος', given: 'Ήρα', host: { surname: 'PAPADOPOULOS', given: 'IRA' } },
];
/** The font does not have these. The computer's own are used, and the host form stands beside them. */
const OTHER = { surname: '王', given: '小明', host: { surname: 'WANG', given: 'XIAOMING' } };

const beyondAscii = (text: string): string[] => [...new Set(text.normalize('NFC').replace(/[\x20-\x7e]/g, ''))];

/** The letters that a PDF of the page draws in Inter. */
async function interLetters(page: Page): Promise<Set<string>> {
  const fonts = pdfFonts(await page.pdf({ preferCSSPageSize: true }));
  return new Set(fonts.filter(({ name }) => name.startsWith('Inter')).flatMap(({ letters }) => [...letters.normalize('NFC')]));
}

test('receipt, worksheet and passenger list print every letter of a passport in the embedded font, and Han names in A to Z too', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await new AdminPage(page).addFlights(`B6,9021,JFK,BUF,${DAY},${DAY},23:15,23:59,320,129.00`);
  const desk = await openDesk(page, 'weber', 'T1-05');
  const [found] = (await desk.call('flights.find', { carrier: 'B6', number: 9021, date: DAY })).flights;
  const flightId = found?.flightId ?? 0;
  const party = [...NAMES, OTHER];
  const held = await desk.call('holds.place', {
    ...{ requestId: `paper-${DAY}-1`, exitRowConfirmed: true },
    legs: [{ flightId, cabin: 'Y', seats: party.map((_, at) => `${20 + Math.floor(at / 3)}${'ABC'[at % 3]}`) }],
    passengers: party.map(() => ({ type: 'ADT' as const, infant: false, assistance: false })),
  });
  const sold = await desk.call('bookings.confirm', {
    ...{ requestId: `paper-${DAY}-2`, bookingId: held.bookingId },
    passengers: party.map((name) => ({ type: 'ADT' as const, ...name, title: 'MS' as const, birthDate: null, with: null })),
    contact: { phone: '+1 646 555 0117', email: '', askedBy: 'Agency' },
    tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
  });

  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(sold.locator);
  await expect(reservations.booking(sold.locator)).toBeVisible();
  await notePrints(page);
  const printed = page.locator('html');

  await reservations.action('Print receipt').click();
  await expect(printed).toHaveAttribute('data-printed', /^Receipt \d{8}$/);
  const receipt = page.locator('body > .receipt');
  await expect(receipt).toContainText('WANG/XIAOMING MS');
  await expect(receipt).toContainText('王/小明');
  const onReceipt = await interLetters(page);
  for (const { surname, given } of NAMES)
    for (const letter of beyondAscii(surname + given)) expect([...onReceipt], `${letter} of ${surname}`).toContain(letter);

  await reservations.action('Cancel and refund').click();
  await expect(reservations.worksheet).toContainText('Refund');
  await pressLetter(page, 'Shift+P');
  await expect(printed).toHaveAttribute('data-printed', /^Refund worksheet /);
  const sheet = page.locator('body > .sheet');
  await expect(sheet).toContainText('Refund worksheet');
  await expect(sheet).toContainText('Nothing is cancelled yet');
  expect([...(await interLetters(page))].join('')).toContain('W');
  await page.keyboard.press('Escape');

  await page.keyboard.press('F6');
  const shift = page.getByRole('region', { name: 'Shift' });
  await expect(shift).toBeVisible();
  await shift.getByRole('button', { name: 'Report of' }).click();
  await page.getByRole('option', { name: 'all desks, today' }).click();
  await page.getByRole('tab', { name: 'Flights' }).click();
  await page
    .getByRole('table', { name: 'Flights' })
    .getByRole('button', { name: /^B6 9021/ })
    .first()
    .focus();
  await pressLetter(page, 'p');
  await expect(printed).toHaveAttribute('data-printed', /^Passengers B6 9021 /);
  await expect(sheet).toContainText('1WANG/XIAOMING MS');
  const onList = await interLetters(page);
  for (const { surname, given } of NAMES)
    for (const letter of beyondAscii((surname + given).toUpperCase())) expect([...onList], `${letter} of ${surname}`).toContain(letter);
});
