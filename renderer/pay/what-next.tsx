import { useEffect, useRef } from 'react';
import { ACTION_ROW } from '../keys/key-place.ts';
import '../parts/key-hint.css';
import { Segments } from '../parts/segments.tsx';
import { nextCustomer } from '../sale/sale-actions.ts';
import { choosePaper, PAPERS, printReceipt, usePrint } from './print-receipt.ts';
import './what-next.css';

const PAPER_WORDS = { a4: 'A4', '80mm': '80 mm' } as const;

/**
 * What can be done after a sale, each with one key. The focus stands on the group and on none of its buttons, so that an Enter too many
 * does nothing and the confirmation stays.
 */
export function WhatNext({ bookingId, ready, changeGiven }: { bookingId: number; ready: boolean; changeGiven: boolean }) {
  const { paper, printing } = usePrint();
  const printed = printing?.bookingId === bookingId;
  const choices = [
    { key: 'N', what: 'Next customer', result: 'begins with one adult; this sale stays in Alt 0', run: nextCustomer },
    {
      key: 'P',
      what: printed ? 'Print the receipt again' : 'Print the receipt',
      result: printed ? `${printing.print === 1 ? 'printed once' : `printed ${printing.print} times`}; says COPY` : 'on paper',
      run: () => void printReceipt(bookingId),
    },
    {
      key: 'Shift P',
      what: 'Save the receipt as PDF',
      result: printed ? 'says COPY' : 'to send or keep; the next one says COPY',
      run: () => void printReceipt(bookingId, 'pdf'),
    },
  ];
  const group = useRef<HTMLDivElement>(null);
  // The button for the change is gone once it was pressed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change moves the focus, its value does not matter
  useEffect(() => group.current?.focus(), [changeGiven]);
  return (
    <section aria-label="What next" className="sale-column">
      <div className="panel-h">
        <h2>What next</h2>
        <span className="push s12 t3">This stays until the customer is gone</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className="what-next" ref={group} role="group" tabIndex={-1} aria-label="What next" {...ACTION_ROW}>
        {choices.map(({ key, what, result, run }) => (
          <button key={key} type="button" aria-disabled={!ready} aria-keyshortcuts={key.replace(' ', '+')} onClick={() => ready && run()}>
            <kbd aria-hidden>{key}</kbd>
            <span>
              <b className="med">{what}</b>
              <span className="s12 t2">{result}</span>
            </span>
          </button>
        ))}
      </div>
      <div className="paper">
        <Segments
          label="Paper"
          value={paper}
          choices={PAPERS.map((value) => ({ value, text: PAPER_WORDS[value] }))}
          onChange={choosePaper}
        />
      </div>
    </section>
  );
}
