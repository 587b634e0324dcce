import { create } from 'zustand';

export const useFlashDialog = create<{ readonly flightId: number | null }>(() => ({ flightId: null }));

/** Shift Q on the flight: opens or closes its flash sale. */
export const openFlashDialog = (flightId: number): void => useFlashDialog.setState({ flightId });
export const closeFlashDialog = (): void => useFlashDialog.setState({ flightId: null });
