import { type Locator, type Page, test } from '@playwright/test';
import { expect } from './expect.ts';

/** Presses of Tab after which a control counts as out of reach. */
const TABS_MAX = 80;

/** Walks a page by keyboard alone. After each step the focus must be on something: on the page itself no key does anything. */
export class KeyboardWalk {
  readonly #page: Page;
  #before = 'the start';

  constructor(page: Page) {
    this.#page = page;
  }

  /** `keys` are pressed one after the other; the step is over when `seen` is there. */
  async step(what: string, keys: readonly string[], seen: Locator): Promise<void> {
    await test.step(what, async () => {
      // What the step before asked of the hub may have come only now.
      await expect.poll(() => this.#focused(), { message: `the focus some time after: ${this.#before}` }).not.toBe('');
      for (const key of keys) await this.#page.keyboard.press(key);
      await expect(seen).toBeVisible();
      await expect.poll(() => this.#focused(), { message: `the focus after: ${what}` }).not.toBe('');
      this.#before = what;
    });
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Goes on by Tab until the control has the focus. */
  async tabTo(control: Locator): Promise<void> {
    const has = () => control.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
    for (let presses = 0; presses < TABS_MAX; presses++) {
      if ((await control.count()) > 0 && (await has())) return;
      await this.#page.keyboard.press('Tab');
    }
    expect(await has(), `Tab reaches ${control}`).toBe(true);
  }

  /** What has the focus, in a few words; empty while it is the page. */
  #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body || at === document.documentElement) return '';
      return `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent ?? ''}`.slice(0, 60);
    });
  }
}
