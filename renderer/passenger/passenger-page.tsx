import { useEffect } from 'react';
import { ChangeView } from './change-view.tsx';
import { IdleView } from './idle-view.tsx';
import { usePassenger } from './passenger-store.ts';
import { SaleView } from './sale-view.tsx';
import './passenger.css';

/** What stands before the passenger: what the agent of this desk sells or changes for them, else the time. It has nothing to press and nothing to type in. */
export function PassengerPage() {
  const view = usePassenger((store) => store.view);
  const language = view?.language ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!view) return <IdleView />;
  return view.what === 'sale' ? <SaleView sale={view} /> : <ChangeView view={view} />;
}
