// Messages to passengers: a sale sends its itinerary, and what does not get through is seen and sent again.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { expectAccessible } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { HubWithMail } from './support/hub-with-mail.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';

let mailed: HubWithMail;
test.beforeAll(async () => {
  mailed = await HubWithMail.start();
});
test.afterAll(() => mailed.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a sale sends the passenger an e-mail with the itinerary, and a dead letter is seen live and sent again by one key', async ({
  page,
  browser,
}) => {
  const supervisor = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(supervisor, mailed.hub.address, SUPERVISOR, 'T1-01');
  await new AdminPage(supervisor).open('Messages');
  await expect(supervisor.getByText('No channel is on, so passengers are told nothing.')).toBeVisible();
  const form = supervisor.getByRole('form', { name: 'E-mail' });
  await form.getByLabel('Mail server').fill('127.0.0.1');
  await form.getByLabel('Port').fill(String(mailed.box.port));
  await form.getByRole('button', { name: /Safe connection/ }).click();
  await supervisor.getByRole('option', { name: 'none' }).click();
  await form.getByLabel('Sender').fill('desk@example.com');
  await form.getByRole('button', { name: 'Save e-mail' }).click();
  await expect(form.getByText('on', { exact: true })).toBeVisible();
  const trial = supervisor.getByRole('form', { name: 'Test message' });
  await trial.getByLabel('To').fill('supervisor@example.com');
  await trial.getByRole('button', { name: 'Send test message' }).click();
  await expect(trial).toContainText('Sent: the mail server took it.');

  const { flight, seat } = await almostSold(page, mailed.hub.address);
  await flight.contact('elena@example.com');
  await page.getByRole('button', { name: /Messages in/ }).click();
  await page.getByRole('option', { name: 'Spanish' }).click();
  await flight.payCash('500000');
  const locator = await flight.sold();
  await expect.poll(() => mailed.box.mails.length).toBe(2);
  const mail = mailed.box.mails[1];
  expect(mail?.to).toEqual(['elena@example.com']);
  expect(mail?.raw).toContain(`Subject: Reserva ${locator} confirmada`);
  expect(mail?.raw).toContain(`${locator}.ics`);
  expect(mail?.raw).toContain(seat);

  // Whoever asks for no messages later gets none: M on the booking shows what was sent, and Ctrl Enter keeps the wish.
  await pressLetter(page, 'y');
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  await page.getByRole('button', { name: /Cancel and refund/ }).focus();
  await pressLetter(page, 'm');
  const sent = page.getByRole('dialog', { name: `Messages of ${locator}` });
  await expect(sent.getByRole('row', { name: /confirmed e-mail Spanish sent/ })).toBeVisible();
  await sent.getByText('No messages', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(sent.getByText('The passengers are told nothing of this booking.')).toBeVisible();
  await expectAccessible(page, 'the messages of a booking');
  await page.keyboard.press('Escape');

  // The next mail is refused for good.
  mailed.box.says.push({ code: 550, text: 'no such user' });
  const next = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  const second = await almostSold(next, mailed.hub.address);
  await second.flight.contact('elena@example.com');
  await second.flight.payCash('500000');
  const dead = await second.flight.sold();
  const row = supervisor.getByRole('table', { name: 'Messages' }).getByRole('row', { name: dead });
  await expect(row).toContainText('dead letter');
  await expect(row).toContainText('the mail server said 550');
  await expectAccessible(supervisor, 'a dead letter');
  await row.getByRole('button', { name: dead }).focus();
  await pressLetter(supervisor, 'r');
  await expect(supervisor.getByText('Every message was sent')).toBeVisible();
  await expect.poll(() => mailed.box.mails.length).toBe(3);
  await next.context().close();
  await supervisor.context().close();
});
