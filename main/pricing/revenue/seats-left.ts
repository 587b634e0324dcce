/**
 * Seats that each class can still sell, from its booking limit and the seats of the cabin that are taken, held ones too. Classes are nested:
 * a seat that one sells is gone for all, so the figures do not add up.
 */
export const seatsLeft = (limits: readonly number[], taken: number): readonly number[] => limits.map((limit) => Math.max(0, limit - taken));
