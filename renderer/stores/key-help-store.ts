import { useEffect } from 'react';
import { create } from 'zustand';

export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}
interface Group {
  readonly title: string;
  readonly help: readonly KeyHelp[];
}

export const useKeyHelpGroups = create<{ groups: readonly Group[] }>(() => ({ groups: [] }));

/** A screen names its keys, so that the key sheet (`?`) shows them while it is open. Give a constant list. */
export function useKeyHelp(title: string, help: readonly KeyHelp[]): void {
  useEffect(() => {
    const group = { title, help };
    useKeyHelpGroups.setState(({ groups }) => ({ groups: [...groups, group] }));
    return () => useKeyHelpGroups.setState(({ groups }) => ({ groups: groups.filter((each) => each !== group) }));
  }, [title, help]);
}
