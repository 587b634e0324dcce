import { useEffect, useState } from 'react';
import { call } from '../client/client.ts';

/** The locator of the last sale of this desk, as an example that finds something; empty while nothing was sold here. */
export function useLastLocator(): string {
  const [locator, setLocator] = useState('');
  useEffect(() => {
    let current = true;
    void call('bookings.lastOfDesk', {}).then((reply) => {
      if (current && reply.ok) setLocator(reply.value.sales[0]?.locator ?? '');
    });
    return () => {
      current = false;
    };
  }, []);
  return locator;
}
