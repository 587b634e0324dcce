import { Button } from '../parts/button.tsx';
import { infantMisfit } from './infant-misfit.ts';
import type { Sale } from './sale.ts';
import { deskToday, stopId } from './sale-fields.ts';
import { seatInfantLater } from './seat-infant-later.ts';

/** An infant turns 2 between two flights: said as soon as the birth date is typed, with the way to hold again. */
export function InfantSeat({ sale }: { sale: Sale }) {
  const misfit = infantMisfit(sale, deskToday());
  if (!misfit) return null;
  return (
    <section className="infant-seat" aria-label="Seat of the infant">
      <p className="s12 warn" role="alert">
        {misfit.problem}
      </p>
      <Button id={stopId('infant-seat')} kbd="Ctrl Enter" isPending={sale.busy !== null} onPress={() => void seatInfantLater()}>
        {misfit.segment === null ? 'Hold again on the lap' : `Hold again with a seat on ${misfit.flight}`}
      </Button>
    </section>
  );
}
