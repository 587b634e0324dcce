import type { FareClass } from '../../../shared/pricing/revenue/fare-class.ts';
import { littlewood } from '../../../shared/pricing/revenue/littlewood.ts';
import { protectBoundaries } from '../../../shared/pricing/revenue/protect-boundaries.ts';

/**
 * Protection levels in seats by EMSR-a: what each class above would keep alone from the next fare, added up. It leaves out
 * that the classes above share the seats, so its levels can be off to either side. Source: Belobaba 1987; Talluri and van Ryzin 2004, chapter 2.
 */
export const emsrA = (classes: readonly FareClass[]): readonly number[] =>
  protectBoundaries(classes, (above, next) => above.reduce((sum, { fare, demand }) => sum + littlewood(fare, next, demand), 0));
