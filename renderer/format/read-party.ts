/** Who travels, as a search and the beginning of a sale know it. */
export interface TypedParty {
  readonly adults: number;
  readonly children: number;
  /** On laps: they need no seat and pay nothing. */
  readonly infants: number;
}

export const ONE_ADULT: TypedParty = { adults: 1, children: 0, infants: 0 };

/** How a party is typed, for hints. */
export const PARTY_HINT = '2+1+1: adults, children, lap infants';

/** `2`, `2+1` or `2+1+1`: adults, children, infants on laps. Undefined when the text is no party. */
export function readParty(text: string): TypedParty | undefined {
  const typed = /^(\d{1,2})(?:\+(\d{1,2}))?(?:\+(\d{1,2}))?$/.exec(text.trim());
  if (!typed) return undefined;
  const [adults = 0, children = 0, infants = 0] = typed.slice(1).map((digits) => Number(digits ?? 0));
  return { adults, children, infants };
}

/** `2+1`: the short form that readParty reads. */
export function shortParty({ adults, children, infants }: TypedParty): string {
  if (infants > 0) return `${adults}+${children}+${infants}`;
  return children > 0 ? `${adults}+${children}` : String(adults);
}

/** What keeps a party from being sold, in words; empty when nothing does. */
export function partyProblem({ adults, children, infants }: TypedParty): string {
  if (adults + children < 1) return 'at least one is needed';
  if (infants > adults)
    return `an adult carries one infant on the lap, and ${infants} for ${adults} ${adults === 1 ? 'adult' : 'adults'} are too many`;
  return '';
}

/** `2 ADT, 1 CHD, 1 INF` */
export const partyCodes = ({ adults, children, infants }: TypedParty): string =>
  [[adults, 'ADT'] as const, [children, 'CHD'] as const, [infants, 'INF'] as const]
    .filter(([count]) => count > 0)
    .map(([count, code]) => `${count} ${code}`)
    .join(', ');
