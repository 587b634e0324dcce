import { type Expect, type Locator, expect as playwright } from '@playwright/test';
import { EXPECT_MS } from './expect-ms.ts';

/** What can be true only of an element that is there. */
const OF_AN_ELEMENT = new Set<PropertyKey>([
  'toBeAttached',
  'toBeChecked',
  'toBeDisabled',
  'toBeEnabled',
  'toBeFocused',
  'toBeInViewport',
  'toBeVisible',
  'toContainText',
  'toHaveAccessibleName',
  'toHaveAttribute',
  'toHaveCSS',
  'toHaveText',
  'toHaveValue',
]);

const isLocator = (actual: unknown): actual is Locator => typeof actual === 'object' && actual !== null && 'waitFor' in actual;

/**
 * Playwright's expect, which first waits until the element is there. Each time it looks for one that is not there yet, Playwright describes
 * the whole page, in case that was the last time: a fifth of all that the page did in a sale. And it looks again after a tenth of a second,
 * a quarter, half of one; who only waits for an element looks sooner.
 */
export const expect: Expect = new Proxy(playwright, {
  apply(target, self, args: Parameters<Expect>) {
    const [actual] = args;
    const checks = Reflect.apply(target, self, args);
    return isLocator(actual) ? whenThere(actual, checks) : checks;
  },
});

function whenThere<Checks extends object>(locator: Locator, checks: Checks): Checks {
  return new Proxy(checks, {
    get(target, name) {
      const check: unknown = Reflect.get(target, name);
      if (!OF_AN_ELEMENT.has(name) || typeof check !== 'function') return check;
      return async (...expected: readonly { readonly timeout?: number }[]) => {
        const { timeout = EXPECT_MS } = expected.at(-1) ?? {};
        // If it does not come, the check says so in its own words.
        await locator.waitFor({ state: 'attached', timeout }).catch(() => {});
        return check(...expected);
      };
    },
  });
}
