import { performance } from 'node:perf_hooks';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import { accept } from '../../shared/refusals.ts';
import { SETTING_RULES } from '../../shared/setting-rules.ts';
import { SYSTEM } from '../actor.ts';
import { Admission } from '../admission/admission.ts';
import { FlashSales, type FlashSalesOptions } from '../admission/flash-sales.ts';
import { Hoarding } from '../admission/hoarding.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import { processTimer } from '../hub/timer.ts';

interface StartedAdmission {
  readonly admission: Admission;
  readonly flashSales: FlashSales;
  readonly methods: FlashSales['methods'] & Pick<HubMethods, 'hoarding.list'>;
  stop(): void;
}

export interface AdmissionOptions extends Partial<Pick<FlashSalesOptions, 'timer' | 'steadyMs' | 'newSeed'>> {
  readonly hub: InnerHub;
  readonly tell: (notice: Notice) => void;
}

/** Who has to wait: how often a desk may ask, by the settings in force, who is slowed, and the lines of flash sales that are open. */
export async function startAdmission({
  hub,
  tell,
  timer = processTimer,
  steadyMs = () => performance.now(),
  ...seeds
}: AdmissionOptions): Promise<StartedAdmission> {
  const hoarding = new Hoarding({
    now: () => hub.now(),
    flagged: ({ desk, user, inARow }) => tell({ notice: true, type: 'hoarding.flagged', desk, user, inARow }),
  });
  const admission = new Admission({ steadyMs, slowedBy: (desk, user) => hoarding.slowedBy(desk, user) });
  const follow = async (): Promise<void> => {
    const settings = await hub.ask('settings.get', {}, SYSTEM);
    if (!settings.ok) return;
    admission.limit(settings.value);
    hoarding.rules = settings.value;
  };
  await follow();
  // A hold that ends while the store is read is heard once it has been.
  const meanwhile: JournalEvent[] = [];
  let hear = (events: readonly JournalEvent[]): void => void meanwhile.push(...events);
  const unhear = hub.on((events) => {
    hear(events);
    // What could not be read stays as it was, until the next change.
    if (events.some((event) => isAbout(event, 'setting'))) void follow().catch(() => {});
  });
  const lapsed = await hub.look('holds.lapsed', { since: hub.now() - SETTING_RULES.hoardMinutes.most * MINUTE_MS });
  if (lapsed.ok) hoarding.learn(lapsed.value.ends);
  hear = (events) => hoarding.hear(events);
  hear(meanwhile);
  const flashSales = new FlashSales({ hub, timer, steadyMs, ...seeds });
  await flashSales.begin();
  return {
    admission,
    flashSales,
    methods: { ...flashSales.methods, 'hoarding.list': async () => accept({ hoarders: [...hoarding.slowed] }) },
    stop() {
      unhear();
      flashSales.close();
    },
  };
}
