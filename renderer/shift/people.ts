/** Display names by user name. */
export type People = ReadonlyMap<string, string>;

/** How a user is called on screen: by the display name, or by the user name where there is none. */
export const personName = (people: People, user: string): string => people.get(user) ?? user;

/** Display names of several answers as one table. */
export const peopleOf = (...lists: readonly (readonly { user: string; display: string }[])[]): People =>
  new Map(lists.flat().map(({ user, display }) => [user, display]));
