import type { useVersion } from '../stores/version-store.ts';

type Version = ReturnType<typeof useVersion.getState>;

/** What to do about a hub whose Aisle is another one, in sentences; undefined while there is nothing to do. `typed`: somebody works here. */
export function versionWords({ hubIs, version, inVain, loadsAnew }: Version, typed: boolean): string | undefined {
  const lost = typed ? ' What is typed and not held yet is lost by that, so note it first.' : '';
  switch (hubIs) {
    case 'same':
      return undefined;
    case 'newer':
      return loadsAnew
        ? `The hub has a newer Aisle now (${version}). Load this page again when the sale at hand is done: Ctrl R.`
        : undefined;
    case 'too-new':
      if (!loadsAnew)
        return `The hub has Aisle ${version}, and this program is too old for it. Bring Aisle on this computer to ${version}, then start it again.`;
      if (inVain)
        return `The hub has Aisle ${version}. This page was loaded again, and the browser still shows an older one: Ctrl Shift R loads it anew.${lost}`;
      return `The hub has Aisle ${version}, and this page is too old for it. Load it again to go on: Ctrl R.${lost}`;
    case 'too-old':
      return `This console is newer than its hub, which has Aisle ${version}. It waits until the hub is as new, and tries again by itself every few seconds.`;
  }
}
