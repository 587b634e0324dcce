/** How much stands on the page: the more, the smaller its type, so that nothing has to be scrolled. `lines`: of flights. */
export function crowdOf(names: number, lines: number): 'few' | 'some' | 'many' | 'most' {
  if (names > 9) return 'most';
  if (names > 4 || lines > 2) return 'many';
  return names > 2 || lines > 1 ? 'some' : 'few';
}
