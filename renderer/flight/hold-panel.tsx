import { PayHold } from '../pay/pay-hold.tsx';
import { LostHold } from '../sale/lost-hold.tsx';
import { PlaceHold } from '../sale/place-hold.tsx';
import type { Sale } from '../sale/sale.ts';
import './hold-panel.css';

/** The third column: the hold to be, the hold and its payment, or what became of it. */
export function HoldPanel({ sale }: { sale: Sale }) {
  if (sale.stage === 'seats') return <PlaceHold sale={sale} />;
  if (sale.stage === 'lost') return <LostHold sale={sale} />;
  return sale.booking ? <PayHold sale={sale} booking={sale.booking} /> : null;
}
