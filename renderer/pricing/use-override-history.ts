import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import { accept } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { type PageSource, usePages } from './use-pages.ts';

const PAGE = 50;

const OVERRIDES: PageSource<ClassOverride> = {
  async read(before) {
    const reply = await call('pricing.overrides', { limit: PAGE, ...(before === undefined ? {} : { before }) });
    return reply.ok ? accept({ items: reply.value.overrides, more: reply.value.more }) : reply;
  },
  numberOf: ({ number }) => number,
  renews: ({ type }) => type === 'class.overridden',
};

/** All decisions by hand about booking classes, newest first, a page at a time. */
export const useOverrideHistory = () => usePages(OVERRIDES);
