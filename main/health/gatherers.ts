import type { FigureName } from '../../shared/health/figures.ts';
import { GatherGauge } from './gather-gauge.ts';
import { GatherShare } from './gather-share.ts';
import { GatherSlowest } from './gather-slowest.ts';
import { GatherTimes } from './gather-times.ts';
import type { Gatherer } from './gatherer.ts';

/** How each figure of the health screen is gathered. */
export const createGatherers = () =>
  ({
    payment: new GatherShare(),
    backup: new GatherGauge(),
    messages: new GatherGauge(),
    search: new GatherTimes(),
    hold: new GatherTimes(),
    confirm: new GatherTimes(),
    seatMap: new GatherTimes(),
    events: new GatherTimes(),
    store: new GatherSlowest(),
    holdsMade: new GatherShare(),
    confirmsMade: new GatherShare(),
    endedInTime: new GatherShare(),
    seatsBack: new GatherSlowest(),
    jobs: new GatherGauge(),
    oversale: new GatherGauge(),
    consolesOff: new GatherGauge(),
    unsaved: new GatherGauge(),
    storeSize: new GatherGauge(),
  }) satisfies { readonly [Figure in FigureName]: Gatherer };

export type Gatherers = ReturnType<typeof createGatherers>;
