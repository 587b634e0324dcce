import type { BatchReads } from './command.ts';

/** What a batch has read, but for what this command has changed itself: `anew` reads that from the store. */
export const readsAfter = (cache: BatchReads, anew: Partial<BatchReads>): BatchReads => ({
  flight: (id) => cache.flight(id),
  setting: (name) => cache.setting(name),
  policies: () => cache.policies(),
  refundVersions: () => cache.refundVersions(),
  refundPolicy: (under) => cache.refundPolicy(under),
  channels: () => cache.channels(),
  ...anew,
});
