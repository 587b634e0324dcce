import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { DRAFT_SETTLE_MS, followDraft } from '../../../renderer/sale/keep-draft.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, NOON } from '../support/samples.ts';

let hub: FakeBridge;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  hub = new FakeBridge();
  connect(hub);
  stop = followDraft();
  useSale.setState({ sale: saleOf(hold()) });
});
afterEach(() => {
  stop();
  useSale.setState({ sale: null });
  vi.useRealTimers();
});

const type = (contact: string): void => dispatch({ do: 'write', contact });
const kept = (): string[] => hub.inputsOf('holds.keepDraft').map(({ draft }) => draft.contact);

test('what was typed is kept at the hub once typing stops (a reload or restart lost names and contact)', () => {
  for (const contact of ['2', '21', '212']) type(contact);
  vi.advanceTimersByTime(DRAFT_SETTLE_MS - 1);
  expect(kept()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(kept()).toEqual(['212']);
});

test.each<[what: string, leave: () => void]>([
  ['a field is left', () => document.dispatchEvent(new FocusEvent('focusout'))],
  ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
  ['another customer is served', () => useSale.setState({ sale: saleOf(hold({ bookingId: 2 })) })],
])('it is kept at once when %s', (_, leave) => {
  type('212');
  leave();
  expect(kept()).toEqual(['212']);
});

test('nothing is sent twice, and what was refused is sent with the next change', async () => {
  hub.answers('holds.keepDraft', () => refuse('HUB_UNREACHABLE'));
  type('212');
  await vi.advanceTimersByTimeAsync(DRAFT_SETTLE_MS);
  document.dispatchEvent(new FocusEvent('focusout'));
  expect(kept()).toEqual(['212', '212']);
  hub.gives('holds.keepDraft', { savedAt: NOON });
  document.dispatchEvent(new FocusEvent('focusout'));
  await vi.advanceTimersByTimeAsync(0);
  document.dispatchEvent(new FocusEvent('focusout'));
  expect(kept()).toEqual(['212', '212', '212']);
});

test('a hold opened by a reload or at another console has what was typed for it', () => {
  const passengers = [
    { name: 'petrov/elena', host: '', birthDate: '', infantName: '', infantHost: '', infantBirthDate: '' },
    { name: '', host: '', birthDate: '12MAR18', infantName: '', infantHost: '', infantBirthDate: '' },
  ];
  const tenders = [{ kind: 'voucher' as const, amount: 5_000, voucher: 'VQ8H2K' }];
  const draft = { passengers, contact: '212', askedBy: 'Elena', tenders, savedAt: NOON, user: 'ruiz', desk: 'T1-04' };
  const sale = saleOf(hold({ draft }));
  expect(sale.party.map(({ name, birthDate }) => [name, birthDate])).toEqual([
    ['petrov/elena', ''],
    ['', '12MAR18'],
  ]);
  expect(sale).toMatchObject({ contact: '212', askedBy: 'Elena', tenders });
  expect(kept()).toEqual([]);
});
