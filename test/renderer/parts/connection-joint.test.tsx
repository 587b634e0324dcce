import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ConnectionJoint } from '../../../renderer/parts/connection-joint.tsx';

afterEach(cleanup);

test.each([
  [{ airport: 'ORD', toAirport: 'ORD', minutes: 120, minimumMinutes: 30 }, 'easy', 'Connection ORD 2 h 00min 0 h 30'],
  [{ airport: 'ORD', toAirport: 'ORD', minutes: 50, minimumMinutes: 30 }, 'near', 'Connection ORD 0 h 50min 0 h 30, near the minimum'],
  [{ airport: 'ORD', toAirport: 'ORD', minutes: 51, minimumMinutes: 30 }, 'easy', 'Connection ORD 0 h 51min 0 h 30'],
  [{ airport: 'ORD', toAirport: 'ORD', minutes: 29, minimumMinutes: 30 }, 'short', 'Connection ORD 0 h 29min 0 h 30, too short'],
  [
    { airport: 'LGA', toAirport: 'JFK', minutes: 250, minimumMinutes: 180 },
    'easy',
    'Connection LGA to JFK 4 h 10min 3 h 00, change of airport',
  ],
] as const)('a connection is told with its least time and what is wrong with it: %j is %s', (connection, tight, text) => {
  const { container } = render(<ConnectionJoint connection={connection} />);
  expect(container.firstElementChild?.className).toBe(`joint ${tight}`);
  expect(container.textContent).toBe(text);
});
