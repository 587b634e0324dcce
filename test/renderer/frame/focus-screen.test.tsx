import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { firstStopIn, focusScreen } from '../../../renderer/frame/focus-screen.ts';
import { ACTION_ROW } from '../../../renderer/keys/key-place.ts';

afterEach(cleanup);

test.each([
  ['the first row', 'a panel that has just got its first row and still takes the focus itself', 0, true],
  ['the panel', 'a panel with nothing to go to', 0, false],
  ['the first row', 'a panel that takes no focus', -1, true],
])(
  'the key of a screen went to a tab panel, where the next letter opened the command bar: it goes to %s of %s',
  (place, _, tabIndex, hasRow) => {
    const { container } = render(
      <div role="tabpanel" tabIndex={tabIndex}>
        {hasRow ? <button type="button">a job</button> : <p>Nothing waits.</p>}
      </div>,
    );
    const panel = container.firstElementChild;
    expect(panel && firstStopIn(panel)).toBe(place === 'the panel' ? panel : container.querySelector('button'));
  },
);

test.each([
  ['the tab that is shown: from the first one Enter opened another part', 'Cabin', 'Cabin'],
  ['the first tab where none is shown', '', 'Flight'],
])('Esc in a field leads to %s', (_, shown, focused) => {
  render(
    <main>
      <h1>A screen</h1>
      <nav {...ACTION_ROW}>
        {['Flight', 'Cabin'].map((tab) => (
          <button key={tab} type="button" aria-current={tab === shown ? 'page' : 'false'}>
            {tab}
          </button>
        ))}
      </nav>
    </main>,
  );
  focusScreen();
  expect(document.activeElement?.textContent).toBe(focused);
});
