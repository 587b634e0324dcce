/** A leg by its number; where its number flies another leg of the same itinerary too, also by where it leaves: `QX 41`, else `QX 41 ORD`. */
export const legName = (
  { flight, origin }: { readonly flight: string; readonly origin: string },
  legs: readonly { readonly flight: string }[],
): string => (legs.filter((leg) => leg.flight === flight).length > 1 ? `${flight} ${origin}` : flight);
