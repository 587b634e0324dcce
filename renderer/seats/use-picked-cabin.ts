import { useSyncExternalStore } from 'react';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPicker } from './seat-picker.ts';

/** The cabin that is sold on this flight; null until it is known. */
export const usePickedCabin = (picker: SeatPicker, flightId: number): Cabin | null =>
  useSyncExternalStore(picker.subscribe, () => picker.cabinOf(flightId));
