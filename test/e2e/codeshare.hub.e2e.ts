// A flight that another carrier sells too: its file, the number of that carrier, and a seat of the one aircraft.
import { test } from '@playwright/test';
import { carrierRecord, HEADER, legRecord, numbered, segmentRecord, trailerRecord } from '../main/import/ssim-lines.ts';
import { AdminPage } from './support/admin-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { runCommand } from './support/run-command.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** `18NOV26`. */
const ssimDate = (date: string): string => {
  const [, day = '', month = '', year = ''] = /^\w+, (\d\d) (\w{3}) \d\d(\d\d)/.exec(new Date(`${date}T12:00:00Z`).toUTCString()) ?? [];
  return `${day}${month.toUpperCase()}${year}`;
};

test('a flight is found and sold by the number of the other carrier that sells it too', async ({ page }) => {
  const date = localDate('America/New_York', 4);
  const day = { from: ssimDate(date), to: ssimDate(date) };
  const operating = legRecord({ ...day, number: '9061', equipment: '320', configuration: 'Y150' });
  const selling = legRecord({ ...day, carrier: 'QY', number: '5561' });
  const file = (carrier: string, ...records: string[]) => {
    const whole = { carrier, from: day.from, to: day.to };
    return `${numbered([HEADER, carrierRecord(whole), ...records, trailerRecord({ carrier })]).join('\n')}\n`;
  };
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  const apply = async (name: string) => {
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
    await expect(page.getByText(`${name} is applied.`)).toBeVisible();
  };

  await admin.open('Import');
  await admin.chooseFile({ name: 'selling.ssim', text: file('QY', selling, segmentRecord(selling, '050', 'QX 9061')) });
  await expect(page.getByText('1 departure is flown by another carrier, whose flight is not in the schedule.')).toBeVisible();
  await apply('selling.ssim');
  await runCommand(page, `QY5561 ${date}`);
  await expect(page.getByText(/^QY 5561 does not fly on/)).toBeVisible();

  await page.keyboard.press('Escape');
  await admin.open('Import');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await admin.chooseFile({ name: 'flying.ssim', text: file('QX', operating, segmentRecord(operating, '010', 'QY 5561')) });
  await apply('flying.ssim');
  await runCommand(page, `QY5561 ${date}`);
  await expect(page.getByText('also sold as QY 5561, operated by QX')).toBeVisible();
  const flight = new FlightPage(page);
  await flight.pick('20A');
  await flight.hold();
  await flight.fillIn('SMITH/JOHN MR');
  await flight.payCash();
  await flight.sold();

  await runCommand(page, `JFK LAX ${date}`);
  await expect(page.getByRole('row', { name: /QX 9061/ })).toContainText('also sold as QY 5561');
  await expect(page.getByRole('row', { name: /QY 5561/ })).toHaveCount(1);
});
