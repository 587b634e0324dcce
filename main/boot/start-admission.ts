import { performance } from 'node:perf_hooks';
import { isAbout } from '../../shared/event-effects.ts';
import { SYSTEM } from '../actor.ts';
import { Admission } from '../admission/admission.ts';
import { FlashSales } from '../admission/flash-sales.ts';
import type { InnerHub } from '../hub/hub.ts';
import { processTimer } from '../hub/timer.ts';

const steadyMs = (): number => performance.now();

interface StartedAdmission {
  readonly admission: Admission;
  readonly flashSales: FlashSales;
  stop(): void;
}

/** Who has to wait: how often a desk may ask, by the settings in force, and the lines of flash sales that are open. */
export async function startAdmission(hub: InnerHub): Promise<StartedAdmission> {
  const admission = new Admission(steadyMs);
  const follow = async (): Promise<void> => {
    const settings = await hub.ask('settings.get', {}, SYSTEM);
    if (settings.ok) admission.limit(settings.value);
  };
  await follow();
  const unhear = hub.on((events) => {
    // What could not be read stays as it was, until the next change.
    if (events.some((event) => isAbout(event, 'setting'))) void follow().catch(() => {});
  });
  const flashSales = new FlashSales({ hub, timer: processTimer, steadyMs });
  await flashSales.follow();
  return {
    admission,
    flashSales,
    stop() {
      unhear();
      flashSales.close();
    },
  };
}
