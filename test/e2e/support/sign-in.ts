import type { Locator, Page } from '@playwright/test';
import { TRAINING_USERS } from '../../../main/training/training-users.ts';
import { expect } from './expect.ts';

export type TrainingUser = 'ruiz' | 'weber' | 'osei';

export const AGENT: TrainingUser = 'ruiz';
export const OTHER_AGENT: TrainingUser = 'weber';
export const SUPERVISOR: TrainingUser = 'osei';

/** What leads from screen to screen: the rail, on a narrow screen a button. */
const screensOf = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).or(page.getByRole('button', { name: /^Screens, now/ }));

/** The console is drawn and has put the focus on its screen or on a question, so that keys act. */
async function consoleIsThere(page: Page): Promise<void> {
  await expect(screensOf(page)).toBeVisible();
  await expect(page.locator(':focus')).toHaveCount(1);
}

/** Makes this tab that desk: at a training hub, on its computer, a person may choose. */
async function standAt(page: Page, desk: string): Promise<void> {
  const here = page.getByRole('form', { name: 'Sign in' }).getByRole('button', { name: `Sign in at desk ${desk}` });
  const other = page.getByRole('button', { name: 'Practise at another desk' });
  await expect(here.or(other).first()).toBeVisible();
  if (await here.isVisible()) return;
  await other.click();
  await page.getByRole('form', { name: 'Practise at another desk' }).getByLabel('Desk to practise at').fill(desk);
  await page.keyboard.press('Enter');
  await expect(here).toBeVisible();
}

/** Signs in with a name and a PIN at that desk, and waits for the console behind it. */
export async function signInAs(page: Page, user: string, pin: string, desk: string): Promise<void> {
  await standAt(page, desk);
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('Name').fill(user);
  await form.getByLabel('PIN').fill(pin);
  await form.getByRole('button', { name: `Sign in at desk ${desk}` }).click();
  await consoleIsThere(page);
}

const pinOf = (user: TrainingUser): string => TRAINING_USERS.find((each) => each.user === user)?.pin ?? '';

export async function signIn(page: Page, user: TrainingUser, desk = 'T1-04'): Promise<void> {
  await signInAs(page, user, pinOf(user), desk);
}

/** Gives the PIN at a locked console, and waits for what is behind it. */
export async function unlock(page: Page, user: TrainingUser): Promise<void> {
  const form = page.getByRole('form', { name: 'Unlock' });
  await form.getByLabel(`PIN of ${user}`).fill(pinOf(user));
  await form.getByRole('button', { name: 'Unlock' }).click();
  await consoleIsThere(page);
}

/** Opens the console of a hub and signs in. */
export async function openConsole(page: Page, address: string, user: TrainingUser, desk = 'T1-04'): Promise<void> {
  await page.goto(address);
  await signIn(page, user, desk);
}
