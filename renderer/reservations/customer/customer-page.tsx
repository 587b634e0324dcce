import './customer.css';
import { useEffect, useState } from 'react';
import type { CustomerWho } from '../../../shared/methods/customers.ts';
import { onHeard, onResync } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { dateLabel, localDay } from '../../format/times.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ignoreSecondEnter } from '../../parts/ignore-second-enter.ts';
import { Tag } from '../../parts/tag.tsx';
import { back, go } from '../../stores/navigation-store.ts';
import { FoundList } from '../found-list.tsx';
import { type Customer, useCustomerPage } from './customer-store.ts';
import { dayText, documentText } from './document-words.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';

type Asking = 'record' | 'erase' | null;

/** A person with all their bookings, and the record that is kept on request. */
export function CustomerPage({ who }: { who: CustomerWho }) {
  const { customer, refusal, done } = useCustomerPage();
  useEffect(() => {
    const { open, hear } = useCustomerPage.getState();
    void open(who);
    const stopHearing = onHeard((heard) => {
      if (!('notice' in heard)) hear(heard);
    });
    const stopResync = onResync(() => void open(who));
    return () => {
      stopHearing();
      stopResync();
    };
  }, [who]);
  if (customer) return <Person customer={customer} done={done} />;
  return (
    <>
      <div className="title">
        <h1>Customer</h1>
      </div>
      <Empty icon="booking" title={done || (refusal ? refusal.message : 'Reading the customer')}>
        {refusal ? <p>{refusal.next}</p> : null}
        {done || refusal ? <Button onPress={() => go({ name: 'reservations' })}>Find another customer</Button> : null}
      </Empty>
    </>
  );
}

function Person({ customer, done }: { customer: Customer; done: string }) {
  // The second Enter of who chose the customer in a list asks for no record.
  useEffect(ignoreSecondEnter, []);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const [asking, setAsking] = useState<Asking>(null);
  const edit = () => setAsking('record');
  const erase = () => setAsking('erase');
  useKeys('customer', { E: edit, 'Shift X': customer.kept && supervisor ? erase : undefined, Esc: back });
  const close = () => setAsking(null);
  return (
    <>
      <div className="title">
        <h1>{customer.name}</h1>
        {customer.kept ? <Tag kind="ok">record kept</Tag> : <Tag>no record kept</Tag>}
      </div>
      <Facts customer={customer} />
      <div className="cu-acts" {...ACTION_ROW}>
        <Button kbd="E" onPress={edit}>
          {customer.kept ? 'Change the record' : 'Keep a record'}
        </Button>
        {customer.kept ? (
          <Button kbd="Shift X" variant="danger" isDisabled={!supervisor} onPress={erase}>
            Erase the record
          </Button>
        ) : null}
        {customer.kept && !supervisor ? <span className="s12 t3">A supervisor erases it.</span> : null}
        <span className="t2" role="status">
          {done}
        </span>
      </div>
      {customer.bookings.length > 0 ? (
        <FoundList title="Bookings" found={customer.bookings} more={customer.more} counted order="latest departure first" />
      ) : (
        <Empty icon="booking" title="No booking" />
      )}
      {asking === 'record' ? <RecordDialog customer={customer} onClose={close} /> : null}
      {asking === 'erase' ? <EraseDialog name={customer.name} onClose={close} /> : null}
    </>
  );
}

function Facts({ customer: { record, kept } }: { customer: Customer }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const facts = [
    ['Born', record.birthDate === null ? 'not known' : dayText(record.birthDate)],
    ['Phone', record.phone || 'none'],
    ['E-mail', record.email || 'none'],
    ...(kept
      ? [
          ['Document', record.document ? documentText(record.document) : 'none'],
          ['Kept since', `${dateLabel(localDay(kept.at, zone)).slice(4)}, by ${kept.user} at ${kept.desk}`],
        ]
      : []),
  ] as const;
  return (
    <dl className="cu-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
