import { useEffect, useRef } from 'react';
import { ACTION_ROW } from '../keys/key-place.ts';
import '../parts/key-hint.css';
import { nextCustomer } from '../sale/sale-actions.ts';
import { printReceipt } from './print-receipt.ts';
import './what-next.css';

const CHOICES = [
  { key: 'N', what: 'Next customer', result: 'begins with one adult', run: nextCustomer },
  { key: 'P', what: 'Print the receipt', result: 'on paper, or as a PDF', run: printReceipt },
] as const;

/**
 * What can be done after a sale, each with one key. The focus stands on the group and on none of its buttons, so that an Enter too many
 * does nothing and the confirmation stays.
 */
export function WhatNext({ ready, changeGiven }: { ready: boolean; changeGiven: boolean }) {
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
        {CHOICES.map(({ key, what, result, run }) => (
          <button key={key} type="button" aria-disabled={!ready} aria-keyshortcuts={key} onClick={() => ready && run()}>
            <kbd aria-hidden>{key}</kbd>
            <span>
              <b className="med">{what}</b>
              <span className="s12 t2">{result}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
