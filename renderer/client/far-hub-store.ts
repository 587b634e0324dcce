import { create } from 'zustand';
import type { FarHub, WindowLink } from '../../shared/far-hub.ts';

/** The hub of this console, if it is on another computer and this is a window; null: a browser, or a hub of its own. */
export const useFarHub = create<{ readonly hub: FarHub | null }>(() => ({ hub: null }));

/** Asks the main process what it knows of the hub now. */
export async function lookAtFarHub(link: WindowLink): Promise<FarHub | null> {
  const hub = await link.hub();
  useFarHub.setState({ hub });
  return hub;
}
