import { dateLabel } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';
import { fillFromRecord, useKeptCustomers } from './kept-customers.ts';
import type { Passenger } from './sale.ts';

const born = (date: string): string => `born ${dateLabel(date).slice(4)} ${date.slice(0, 4)}`;

/** The record that is kept of somebody of this name, which one key takes; or that a record has filled the fields. */
export function KeptOffer({ passenger, called }: { passenger: Passenger; called: string }) {
  const { key, found, at } = useKeptCustomers();
  if (passenger.customer !== undefined)
    return (
      <span className="kept-offer">
        <Tag kind="ok">from the record</Tag>
      </span>
    );
  const offered = key === passenger.key ? found[at] : undefined;
  if (!offered) return null;
  const { name, birthDate, phone, email } = offered;
  const facts = [birthDate && born(birthDate), phone || email].filter(Boolean).join(', ');
  return (
    <span className="kept-offer">
      <Button variant="quiet" kbd="F10" aria-label={`Fill ${called} from the record of ${name}, ${facts}`} onPress={fillFromRecord}>
        <span className="cut" title={`${name}, ${facts}`}>
          <span className="med">{name}</span> <span className="t2">{facts}</span>
        </span>
      </Button>
      {found.length > 1 ? (
        <span className="s12 t3">
          {at + 1} of {found.length}
        </span>
      ) : null}
    </span>
  );
}
