import { create } from 'zustand';

/**
 * What the hub's Aisle is to this console. same: the one that it was made for. newer: it understands this console still. too-new and too-old: neither
 * understands the other, so nothing is asked.
 */
export type HubVersion = 'same' | 'newer' | 'too-new' | 'too-old';

interface VersionState {
  readonly hubIs: HubVersion;
  /** Version of the hub's Aisle; '' until it is another one. */
  readonly version: string;
  /** The page was loaded anew for this version of the hub, and is still another one. */
  readonly inVain: boolean;
  /** A page of a browser comes from the hub, so loading it anew brings the one that fits. A window has its own. */
  readonly loadsAnew: boolean;
}

export const useVersion = create<VersionState>(() => ({ hubIs: 'same', version: '', inVain: false, loadsAnew: true }));
