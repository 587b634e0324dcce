import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useDefaultFocus } from '../../../renderer/sale/use-default-focus.ts';
import { hold } from '../support/samples.ts';

afterEach(cleanup);

/** The first name of a hold that has just been answered. */
function Answered() {
  useDefaultFocus(saleOf(hold()), 7, true);
  return (
    <div className="flight">
      <input id="sale-name-0" />
    </div>
  );
}

it('a hold that is answered while somebody types in the command bar leaves the letters there (a name got the end of a command)', () => {
  const bar = document.createElement('input');
  document.body.append(bar);
  bar.focus();
  render(<Answered />);
  expect(document.activeElement).toBe(bar);
  bar.remove();
});

it('a hold that is answered while nobody types begins at the first name', () => {
  render(<Answered />);
  expect(document.activeElement?.id).toBe('sale-name-0');
});
