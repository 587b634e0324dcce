import { PayHold } from '../pay/pay-hold.tsx';
import { LostHold } from '../sale/lost-hold.tsx';
import { PlaceHold } from '../sale/place-hold.tsx';
import type { Sale } from '../sale/sale.ts';
import './hold-panel.css';

/** The third column: what will be held, then the hold and its payment, then its end. */
export function HoldPanel({ sale }: { sale: Sale }) {
  if (sale.stage === 'seats') return <PlaceHold sale={sale} />;
  if (sale.stage === 'lost') return <LostHold sale={sale} />;
  return sale.booking ? <PayHold sale={sale} booking={sale.booking} /> : null;
}
