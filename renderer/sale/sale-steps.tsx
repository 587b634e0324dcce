import { useEffect } from 'react';
import { Icon } from '../parts/icon.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { fieldsOf } from './fields-of.ts';
import { isSeated, type Sale } from './sale.ts';
import { deskToday, focusStop, stopAfter } from './sale-fields.ts';
import { SALE_STEPS, type SaleStep, STEP_CLASS, showStep, useSaleStep } from './step-store.ts';
import './sale-steps.css';

/** PgUp and PgDn have a meaning of their own there: they walk cabins and lists. */
const PAGES_ITSELF = '[role="grid"], [role="listbox"], [role="dialog"], [role="menu"], .seat-list';
const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/** Shows a step, and puts the focus where its work begins. */
function openStep(sale: Sale, step: SaleStep): void {
  showStep(step);
  const stop = sale.stage === 'details' ? stopAfter(sale, null) : undefined;
  if (step === 'passengers' && stop !== undefined && stop !== 'amount') focusStop(stop);
  else if (step === 'money' && sale.stage === 'details') focusStop('amount');
  else {
    // The seats may be drawn only now.
    requestAnimationFrame(() => {
      const part = document.querySelector(STEP_CLASS[step]);
      const first = step === 'seats' ? part?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]') : undefined;
      // A step without a control leaves the focus on its own button: it must not stay in a field that is no longer seen.
      (first ?? part?.querySelector<HTMLElement>(FOCUSABLE) ?? document.querySelector<HTMLElement>('.sale-steps [aria-current]'))?.focus();
    });
  }
}

/** On a narrow screen: the parts of the sale as steps. The step that holds the focus is shown. */
export function SaleSteps({ sale }: { sale: Sale }) {
  const step = useSaleStep((now) => now.step);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(PAGES_ITSELF)) return;
      const next = SALE_STEPS[SALE_STEPS.indexOf(useSaleStep.getState().step) + by];
      if (!next) return;
      event.preventDefault();
      openStep(sale, next);
    };
    // On the capture phase, because a field stops its keys from bubbling.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [sale]);
  return (
    <nav className="sale-steps" aria-label="Steps of the sale">
      <ol>
        {SALE_STEPS.map((each) => (
          <li key={each}>
            <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => openStep(sale, each)}>
              {isDone(sale, each) ? <Icon name="check" size={13} strokeWidth={2.5} /> : null}
              {wordsOf(sale, each)}
            </button>
          </li>
        ))}
      </ol>
      <KeyHints>
        <KeyHint keys={['PgUp', 'PgDn']}>step</KeyHint>
      </KeyHints>
    </nav>
  );
}

function wordsOf(sale: Sale, step: SaleStep): string {
  switch (step) {
    case 'seats':
      return `Seats ${sale.legs.reduce((sum, leg) => sum + leg.seats.length, 0)}`;
    case 'passengers':
      return `Passengers ${sale.party.length}`;
    case 'price':
      return 'Price';
    case 'money':
      return sale.stage === 'seats' ? 'Hold' : 'Payment';
  }
}

/** Whether nothing is left to do in a step. Nothing is done in the price, and the payment ends the sale. */
function isDone(sale: Sale, step: SaleStep): boolean {
  if (step === 'seats') return sale.legs.every(isSeated);
  return step === 'passengers' && sale.stage === 'details' && fieldsOf(sale, deskToday()).every(({ problem }) => problem === '');
}
