import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { newSale, saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { focusChosen, useDefaultFocus } from '../../../renderer/sale/use-default-focus.ts';
import { usePointer } from '../../../renderer/seats/pointer-store.ts';
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

it('Enter in the minutes of a hold stayed there while no seat was chosen, and took S for a letter: it goes back to the seats', () => {
  useSale.setState({ sale: newSale([7], { adults: 1, children: 0, infants: 0 }, 'Y') });
  usePointer.setState({ current: { 7: '12C' } });
  render(<button type="button" id="seat-7-12C" />);
  focusChosen();
  expect(document.activeElement?.id).toBe('seat-7-12C');
  useSale.setState({ sale: null });
});
