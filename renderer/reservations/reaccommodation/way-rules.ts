/** By what the hub puts the ways of a booking in order. The first rule that tells two ways apart decides. */
export const WAY_RULES = [
  'same day, same cabin',
  'party stays together',
  'onward flights kept',
  'fewest stops',
  'earliest arrival',
] as const;
