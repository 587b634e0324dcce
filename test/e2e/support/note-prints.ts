import type { Page } from '@playwright/test';

/** Lets the page print nothing but note the title of what it would print, on its root as `data-printed`. A page that is being printed makes no PDF. */
export const notePrints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.title;
    };
  });
