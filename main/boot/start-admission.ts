import { performance } from 'node:perf_hooks';
import { isAbout } from '../../shared/event-effects.ts';
import { SYSTEM } from '../actor.ts';
import { Admission } from '../admission/admission.ts';
import type { InnerHub } from '../hub/hub.ts';

/** How often a desk may ask, by the settings in force. */
export async function startAdmission(hub: Pick<InnerHub, 'ask' | 'on'>): Promise<{ readonly admission: Admission; stop(): void }> {
  const admission = new Admission(() => performance.now());
  const follow = async (): Promise<void> => {
    const settings = await hub.ask('settings.get', {}, SYSTEM);
    if (settings.ok) admission.limit(settings.value);
  };
  await follow();
  const stop = hub.on((events) => {
    // What could not be read stays as it was, until the next change.
    if (events.some((event) => isAbout(event, 'setting'))) void follow().catch(() => {});
  });
  return { admission, stop };
}
