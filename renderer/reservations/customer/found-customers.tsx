import './customer.css';
import { useState } from 'react';
import type { FoundCustomer } from '../../../shared/methods/customers.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { Tag } from '../../parts/tag.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { go } from '../../stores/navigation-store.ts';
import { dayText } from './document-words.ts';

const open = ({ who }: FoundCustomer): void => go({ name: 'reservations', customer: who });

/** Who was found beside the bookings: those with a record first. Enter opens all their bookings. */
export function FoundCustomers({ customers, more }: { customers: readonly FoundCustomer[]; more: boolean }) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, customers.length - 1);
  return (
    <>
      <div className="panel-h rv-foundhead">
        <h2 id="cu-found">Customers</h2>
        <span className="s12 t3">{more ? `the first ${customers.length}; narrow it down for others` : customers.length}</span>
      </div>
      <div className="cu-found" {...LETTERS_ACT}>
        <table className="grid-table opens-rows" aria-labelledby="cu-found">
          <tbody onKeyDown={(event) => walkRows(event, current)}>
            {customers.map((customer, index) => (
              <tr key={JSON.stringify(customer.who)} onClick={() => open(customer)}>
                <td className="cu-name med" title={customer.name}>
                  <button type="button" className="row-open" tabIndex={index === current ? 0 : -1} onFocus={() => setAt(index)}>
                    {customer.name}
                  </button>
                </td>
                <td>{customer.who.by === 'record' ? <Tag kind="ok">record kept</Tag> : null}</td>
                <td>{customer.birthDate ? `born ${dayText(customer.birthDate)}` : ''}</td>
                <td className="t2">{customer.phone}</td>
                <td className="t2 cut">{customer.email}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
