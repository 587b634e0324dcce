// The focus is never lost to the page, where no key does anything: every action of Admin, by keyboard alone.
import { type Locator, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { expect } from './support/expect.ts';
import { KeyboardWalk } from './support/keyboard-walk.ts';
import { localDate } from './support/local-date.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TABS = ['Import', 'Airports', 'Users', 'Vouchers', 'Jobs', 'Failed payments', 'Messages', 'Settings', 'Backups'] as const;

test('no action of Admin leaves the focus to the page', async ({ page, browser }) => {
  // A refund that the bank refuses, and a payment that fails as soon as the card is declined.
  await openConsole(page, hub.address, SUPERVISOR, 'T2-01');
  await new AdminPage(page).open('Settings');
  const seatsKept = page.getByRole('form', { name: 'Time for another tender' });
  await seatsKept.getByRole('textbox').fill('0');
  await seatsKept.getByRole('button', { name: 'Save' }).click();
  await expect(seatsKept).toContainText('Saved.');
  const declined = await (await browser.newContext()).newPage();
  const refused = await almostSold(declined, hub.address);
  await refused.flight.payCard('declines');
  await expect(refused.flight.panel).toContainText('Hold ended');
  await declined.context().close();
  const agent = await (await browser.newContext()).newPage();
  const sold = await almostSold(agent, hub.address);
  await sold.flight.payCard('approves, refuses to be refunded once');
  await sold.flight.sold();
  const reservations = new ReservationsPage(agent);
  await reservations.goThere();
  await reservations.find(sold.locator);
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  const admin = new AdminPage(page);
  await admin.open('Jobs');
  await admin.tryJob(sold.locator);
  await expect(agent.getByText('waits for a supervisor')).toBeVisible();
  await agent.context().close();

  const walk = new KeyboardWalk(page);
  const button = (name: string | RegExp, within: Pick<Locator, 'getByRole'> = page) => within.getByRole('button', { name });
  const form = (name: string) => page.getByRole('form', { name });
  const press = async (what: string, control: Locator, seen: Locator) => {
    await walk.tabTo(control);
    await walk.step(what, ['Enter'], seen);
  };
  const toTab = async (name: (typeof TABS)[number]) => {
    await page.keyboard.press('F7');
    const tab = page.getByRole('tab', { name });
    const selected = page.getByRole('tab', { selected: true });
    await selected.focus();
    // Once around at most, also past the tabs that this test does not open.
    for (let left = await page.getByRole('tab').count(); left > 0; left -= 1) {
      if ((await tab.getAttribute('aria-selected')) === 'true') break;
      const before = await selected.innerText();
      await page.keyboard.press('ArrowRight');
      await expect(selected).not.toHaveText(before);
    }
    await walk.step(`tab ${name}`, [], page.getByRole('tabpanel', { name }));
  };

  await toTab('Import');
  const day = localDate('America/New_York', 4);
  const text = `carrier,number,origin,destination,from,to,departs,arrives,equipment\nQX,9011,JFK,BUF,${day},${day},08:15,09:40,320\n`;
  const chosen = async () => {
    const asked = page.waitForEvent('filechooser');
    await walk.tabTo(button('Choose file'));
    await page.keyboard.press('Enter');
    await (await asked).setFiles({ name: 'winter.csv', mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  await chosen();
  await walk.step('preview', [], button('Apply'));
  await press('put away', button('Put the preview away'), button('Choose file'));
  await chosen();
  await walk.step('preview again', [], button('Apply'));
  await press('seat maps of the file', page.getByRole('radio', { name: /^Flights/ }), page.getByRole('region', { name: 'Flights' }));
  await press('apply asks', button('Apply'), page.getByRole('alertdialog'));
  await walk.step('not applied', ['Escape'], button('Apply'));
  await press('apply asks again', button('Apply'), page.getByRole('alertdialog'));
  await press('applied', button('Apply the schedule'), page.getByText('winter.csv is applied.'));
  await press('another file', button('Import another file'), button('Choose file'));

  await toTab('Airports');
  await walk.tabTo(form('Add airport').getByLabel('Code', { exact: true }));
  await walk.type('JFK');
  const closed = form('Correct JFK').getByRole('checkbox', { name: /^Closed/ });
  await walk.tabTo(closed);
  await press('airport left as it is', button('Leave it as it is'), form('Add airport'));
  await walk.type('BUF');
  await walk.tabTo(form('Correct BUF').getByLabel('Name'));
  await walk.type('Lake Erie Airport');
  await walk.tabTo(form('Correct BUF').getByLabel('Reason'));
  await walk.type('renamed');
  await walk.step('airport corrected', ['Enter'], button('Correct BUF'));
  await press('airport chosen again', button('Correct BUF'), form('Correct BUF'));
  await expect(form('Correct BUF').getByLabel('From')).toBeFocused();

  await toTab('Users');
  await walk.tabTo(form('Add user').getByLabel('User name'));
  await walk.type('novak');
  await walk.tabTo(form('Add user').getByLabel('Name on screen'));
  await walk.type('Eva Novak');
  for (const label of ['PIN', 'PIN again']) {
    await walk.tabTo(form('Add user').getByLabel(label, { exact: true }));
    await walk.type('4711');
  }
  await walk.step('user added', ['Enter'], page.getByRole('row', { name: /novak/ }));
  await press('new PIN asked', button('Set PIN of novak'), page.getByRole('dialog'));
  await walk.type('5822');
  await walk.tabTo(page.getByRole('dialog').getByLabel('PIN again'));
  await walk.type('5822');
  await walk.step('new PIN', ['Enter'], button('Set PIN of novak'));
  await press('deactivated', button('Deactivate novak'), button('Activate novak'));
  await press('deactivation undone', button('Undo'), button('Deactivate novak'));

  await toTab('Vouchers');
  await walk.tabTo(form('New voucher').getByLabel('Amount'));
  await walk.type('50');
  await walk.tabTo(form('New voucher').getByLabel('Reason'));
  await walk.type('goodwill');
  await walk.step('voucher issued', ['Enter'], page.getByRole('table', { name: 'Voucher issued' }));
  await walk.tabTo(form('Voucher').getByLabel('Voucher number'));
  await walk.type('VQ8H2K');
  await walk.step('voucher looked up', ['Enter'], page.getByRole('table', { name: 'Voucher found' }));

  await toTab('Jobs');
  await walk.tabTo(button(sold.locator, page.getByRole('table', { name: 'Jobs' })));
  await walk.step('next dead letter', ['n', 'ArrowUp'], page.getByRole('table', { name: 'Jobs' }));
  await walk.step('tried again, and none is left', ['r', 'ArrowUp'], page.getByText('No money is due'));

  await toTab('Failed payments');
  await walk.tabTo(button(refused.locator));
  await walk.step('booking of a failed payment', ['o', 'ArrowUp'], page.getByRole('heading', { level: 1, name: refused.locator }));

  await toTab('Settings');
  const setting = form('Hold time');
  await walk.tabTo(setting.getByRole('textbox'));
  await walk.type('7');
  await walk.step('setting saved', ['Enter'], button(/^Undo/, setting));
  await press('setting set back', button(/^Undo/, setting), setting.getByRole('textbox'));

  await toTab('Backups');
  const restore = button(/^Restore the backup of/).first();
  await press('backed up', button('Back up now'), restore);
  await press('restore asks', restore, page.getByRole('alertdialog'));
  await walk.step('not restored', ['Escape'], restore);
  await press('backup settings saved', button('Save', form('Automatic backups')), page.getByText('Saved.'));
  await press('restore asks again', restore, page.getByRole('alertdialog'));
  await press('restored', button('Restore this backup'), form('Sign in'));
});
