import { keyPlace } from '../../keys/key-place.ts';
import { afterDialog } from '../../parts/after-dialog.ts';
import { useFleet } from './fleet-store.ts';

/** Shows a map that was just kept, and puts the keyboard on its row, unless somebody types elsewhere meanwhile. */
export async function goToMap(id: string): Promise<void> {
  await useFleet.getState().load();
  await useFleet.getState().choose(id);
  afterDialog(() => {
    if (keyPlace(document.activeElement) === 'field') return;
    document.querySelector<HTMLElement>('.mp-rows [aria-pressed=true]')?.focus();
  });
}
