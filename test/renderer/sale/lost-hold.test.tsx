import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { QUIET_MS } from '../../../renderer/parts/use-quiet-start.ts';
import { LostHold } from '../../../renderer/sale/lost-hold.tsx';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { hold } from '../support/samples.ts';

afterEach(cleanup);

const card = (approvalCode: string | null): Tender => ({ kind: 'card', amount: 50_000, approvalCode, testCard: null });
const cash: Tender = { kind: 'cash', amount: 7_820, given: 8_000 };

test.each<[what: string, tenders: Tender[], said: string]>([
  ['no tender', [], 'Names and contact are kept here. Nothing is paid.'],
  ['a voucher, from which nothing was taken', [{ kind: 'voucher', amount: 57_820, voucher: 'VQ8H2K' }], 'Nothing is paid.'],
  ['cash', [cash], 'Give back the cash taken: 80.00.'],
])('after %s, it says what was paid', (_, tenders, said) => {
  render(<LostHold sale={{ ...saleOf(hold({ state: 'EXPIRED' })), tenders }} />);
  expect(screen.getByText(/^Names and contact/).textContent).toContain(said);
});

test.each<[what: string, tenders: Tender[]]>([
  ['a card on the terminal, whose charge may be on its way back', [card(null)]],
  ['a card of a slip', [card('083914')]],
  ['cash and a card', [cash, card(null)]],
])('after %s, it does not say that nothing is paid', (_, tenders) => {
  render(<LostHold sale={{ ...saleOf(hold({ state: 'PAYMENT_FAILED' })), tenders }} />);
  expect(screen.getByText(/^Names and contact/).textContent).not.toContain('Nothing is paid');
});

test('an Enter or a click that was meant for the payment holds no seats again when the hold ends under it', () => {
  vi.useFakeTimers();
  const sale = saleOf(hold({ state: 'EXPIRED' }));
  useSale.setState({ sale });
  render(<LostHold sale={sale} />);
  const again = screen.getByRole('button', { name: /again/ });
  expect(document.activeElement).toBe(again);
  expect(fireEvent.keyDown(again, { key: 'Enter' })).toBe(false);
  fireEvent.click(again);
  expect(useSale.getState().sale).toBe(sale);
  act(() => void vi.advanceTimersByTime(QUIET_MS));
  expect(again.getAttribute('aria-disabled')).toBeNull();
  useSale.setState({ sale: null });
  vi.useRealTimers();
});
