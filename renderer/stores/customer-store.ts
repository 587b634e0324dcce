import { create } from 'zustand';

/** Counts the customers of this desk. What a screen keeps of one customer's party is gone for the next: it listens here. */
export const useCustomer = create<{ readonly count: number }>(() => ({ count: 0 }));

/** The party on the counter has its seats, or has gone: whatever is searched or opened now begins with one adult. */
export const nextParty = (): void => useCustomer.setState(({ count }) => ({ count: count + 1 }));
