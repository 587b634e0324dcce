import { useEffect } from 'react';
import { IdleView } from './idle-view.tsx';
import { usePassenger } from './passenger-store.ts';
import { SaleView } from './sale-view.tsx';
import './passenger.css';

/** What stands before the passenger: the sale that the agent of this desk makes, else the time. It has nothing to press and nothing to type in. */
export function PassengerPage() {
  const sale = usePassenger((store) => store.sale);
  const language = sale?.language ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return sale ? <SaleView sale={sale} /> : <IdleView />;
}
