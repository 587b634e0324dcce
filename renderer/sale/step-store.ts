import { create } from 'zustand';

/** The parts of a sale that a narrow screen shows one at a time. */
export type SaleStep = 'seats' | 'passengers' | 'price' | 'money';

export const SALE_STEPS: readonly SaleStep[] = ['seats', 'passengers', 'price', 'money'];

/** The element of each step, by its class. */
export const STEP_CLASS: Readonly<Record<SaleStep, string>> = {
  seats: '.leg-seats',
  passengers: '.passengers',
  price: '.price',
  money: '.hold-panel',
};

export const useSaleStep = create<{ readonly step: SaleStep }>(() => ({ step: 'seats' }));

export const showStep = (step: SaleStep): void => useSaleStep.setState({ step });

/** The step that an element belongs to. The buttons at the foot serve the seats too, so they belong to no step. */
export function stepOf(element: Element): SaleStep | undefined {
  if (element.closest('.acts')) return undefined;
  return SALE_STEPS.find((step) => element.closest(STEP_CLASS[step]));
}
