/** As many locators as fit on a screen; aisle.log has all. */
const NAMED_MAX = 5;

/** The trouble that every console shows when holds could not be ended, and what to do; '' when there are none. */
export function setApartText(locators: readonly string[]): string {
  if (locators.length === 0) return '';
  const more = locators.length - NAMED_MAX;
  const named = locators.slice(0, NAMED_MAX).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const holds = locators.length === 1 ? `Hold ${named} has` : `Holds ${named} have`;
  return `${holds} ended, but the seats could not be given back to sale; aisle.log says why. Start Aisle again, which tries once more. If this stays, put back a backup or ask whoever looks after Aisle.`;
}
