import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LegTabs } from '../../../renderer/sale/leg-tabs.tsx';
import { newSale } from '../../../renderer/sale/sale-flow.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';

afterEach(cleanup);

const connection = (airport: string, minutes: number) => ({ airport, toAirport: airport, minutes, minimumMinutes: 30 });

test('a return shows its connections, and no connection of days between its two ways', async () => {
  const bridge = new FakeBridge().gives('flights.connections', { connections: [connection('ORD', 75), connection('LAX', 8_000)] });
  openConsole(bridge, RUIZ);
  const sale = newSale([7, 8, 9], { adults: 1, children: 0, infants: 0 }, 'Y', { flights: 1, cabin: 'J' });
  expect(sale.legs.map(({ cabin, back }) => [cabin, back ?? false])).toEqual([
    ['Y', false],
    ['Y', false],
    ['J', true],
  ]);
  render(<LegTabs sale={sale} />);
  await screen.findByText(/ORD 1 h 15/);
  expect(screen.queryByText(/LAX/)).toBeNull();
  expect(screen.getByText('back')).toBeTruthy();
});
