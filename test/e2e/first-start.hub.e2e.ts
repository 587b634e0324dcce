// The first start of a store for real sales.
import { test } from '@playwright/test';
import { expect } from './support/expect.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start('--live');
});
test.afterAll(() => hub.remove());

test('makes its first supervisor, and the empty board says what to do', async ({ page }) => {
  await page.goto(hub.address);
  const form = page.getByRole('form', { name: 'First supervisor' });
  await expect(page.getByText('Training')).toHaveCount(0);
  await form.getByLabel('Full name').fill('Maria Lind');
  await form.getByLabel('User name').fill('lind');
  await form.getByLabel('PIN, 4 to 12 digits').fill('1111');
  await form.getByLabel('The same PIN again').fill('1111');
  await form.getByRole('button', { name: 'Make the first supervisor' }).click();
  await expect(form.getByRole('alert')).toContainText('This PIN is too easy to guess.');
  await form.getByLabel('PIN, 4 to 12 digits').fill('4711');
  await form.getByLabel('The same PIN again').fill('4711');
  await form.getByRole('button', { name: 'Make the first supervisor' }).click();

  await expect(page.getByText('Nothing leaves JFK')).toBeVisible();
  await expect(page.getByText('A supervisor imports schedules under Admin.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Admin' })).toBeVisible();
});

test('whoever comes next signs in, and no training user is offered', async ({ page }) => {
  await page.goto(hub.address);
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Live store')).toBeVisible();
  await expect(page.getByText('Training')).toHaveCount(0);
});
