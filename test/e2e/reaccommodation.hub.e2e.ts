// A schedule that cancels, moves and shrinks flights that are sold: the desk shows what happened, gives many bookings another way by keys alone, and
// their passengers read it.
import { type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { ChangedDay, EVENING, LATE, MORNING, NEXT, NOON } from './support/changed-day.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { HubWithMail } from './support/hub-with-mail.ts';
import { pressLetter } from './support/press-letter.ts';
import { OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';

let mailed: HubWithMail;
test.beforeAll(async () => {
  mailed = await HubWithMail.start();
});
test.afterAll(() => mailed.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const list = (page: Page) => page.getByRole('group', { name: 'Bookings' });
const row = (page: Page, locator: string) => list(page).getByRole('button', { name: locator });

/** By keys alone: F3 leads to the search, to the queues, and to what the schedule changed. */
async function openChanges(page: Page): Promise<void> {
  for (const tab of ['Find', 'Queues', 'Schedule change']) {
    await page.keyboard.press('F3');
    await expect(page.getByRole('navigation', { name: 'Reservations' }).getByRole('button', { name: tab })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
  // The focus was on the way that gives all money back.
  await expect(list(page).getByRole('button').first()).toBeFocused();
}

test('a schedule changes under sold bookings: groups, ways on for many, one message each, one undone, one taken by another desk', async ({
  page,
  browser,
}) => {
  await openConsole(page, mailed.hub.address, SUPERVISOR, 'T1-01');
  await ChangedDay.import(page, MORNING, NEXT, NOON, EVENING, LATE);
  const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(other, mailed.hub.address, OTHER_AGENT, 'T2-11');
  const desk = await openDesk(other, OTHER_AGENT, 'T1-05');
  const day = new ChangedDay(desk);
  const supervisor = await openDesk(page, SUPERVISOR, 'T1-09');
  await mailed.turnMailOn(supervisor);
  const two = await day.sell(MORNING, ['Larsen/Nils', 'Larsen/Ida'], { email: 'larsen@example.com' });
  const four = await day.sell(MORNING, ['Rivera/Luis', 'Rivera/Ana', 'Rivera/Eva', 'Rivera/Leo'], { email: 'rivera@example.com' });
  const called = await day.sell(MORNING, ['Cho/Min'], { phone: '+1 646 555 0117' });
  const taken = await day.sell(MORNING, ['Bauer/Klara'], { email: 'bauer@example.com' });
  const moved = await day.sell(EVENING, ['Stein/Rahel'], { email: 'stein@example.com' });
  await ChangedDay.change(page, NEXT, NOON, LATE, { ...EVENING, times: ['22:00', '23:25'] });

  await openChanges(page);
  const groups = page.getByRole('group', { name: 'What happened' });
  await expect(groups.getByRole('button', { name: /^Cancelled/ })).toContainText('4 to do');
  await expect(groups.getByRole('button', { name: /^Moved over 60 min/ })).toContainText('1 to do');
  await expect(page.getByText('5 of 5 bookings to do')).toBeVisible();

  // R asks for the best way of each, and its seats are kept.
  await page.keyboard.press('F1');
  await page.keyboard.press('F3');
  await row(page, two).focus();
  await pressLetter(page, 'r');
  await expect(row(page, two)).toContainText('1 h 00 later');
  await expect(page.getByText('4 selected, 8 passengers')).toBeVisible();
  await expect(page.getByText(/3 e-mails, 1 to call/)).toBeVisible();
  await expectAccessible(page, 'ways on, with their seats kept');

  // Another desk takes one of them meanwhile: both versions stand side by side, and it is not accepted with the others.
  await other.keyboard.press('Control+k');
  await other.keyboard.type(taken);
  await other.keyboard.press('Enter');
  await other.getByRole('button', { name: /^Cancel and refund/ }).click();
  await other.getByRole('button', { name: /^Cancel and refund \d/ }).click();
  await expect(other.getByText('HX cancelled').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^One conflict/ })).toContainText(taken);
  await expect(page.getByText('3 selected, 7 passengers')).toBeVisible();
  await expectAccessible(page, 'a conflict');

  // Enter keeps three ways for one of them; the second is taken. Ctrl Enter accepts all three, also when it is pressed twice.
  await row(page, two).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Three ways on' })).toBeVisible();
  await pressLetter(page, '2');
  await expect(row(page, two)).toContainText('3 h 15 later');
  const sent = mailed.box.mails.length;
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(row(page, two)).toContainText('accepted');
  await expect(row(page, four)).toContainText('accepted');
  await expect(row(page, called)).toContainText('accepted');
  await expect
    .poll(() =>
      mailed.box.mails
        .slice(sent)
        .map(({ to }) => to[0])
        .sort(),
    )
    .toEqual(['larsen@example.com', 'rivera@example.com']);
  expect((await mailed.mailTo('larsen@example.com', `Your new flights, ${two}`, sent)).raw).toContain('YQ 327');

  // U takes one of them back, and it is to do again.
  await row(page, four).focus();
  await pressLetter(page, 'u');
  await expect(row(page, four)).toContainText('not asked yet');
  await expect(groups.getByRole('button', { name: /^Cancelled/ })).toContainText('1 to do');
  await pressLetter(page, 't');
  await expect(page.getByRole('heading', { name: /conflict/ })).toHaveCount(0);

  // Typing that begins with a key of the list opens the command bar, and from the booking O leads to three ways on for it.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type(moved, { delay: 100 });
  await expect(page.getByRole('combobox', { name: /^Go to a route/ })).toHaveValue(moved);
  await page.keyboard.press('Enter');
  const waysOn = page.getByRole('button', { name: /^Three ways on/ });
  await waysOn.focus();
  await pressLetter(page, 'o');
  await expect(row(page, moved)).toContainText('BUF 22:25, 2 h 00 later');
  await expect(row(page, moved)).toBeFocused();
  await expect(groups.getByRole('button', { name: /^Moved over 60 min/ })).toHaveAttribute('aria-pressed', 'true');
  await other.context().close();
});
