import type { FareClass } from './fare-class.ts';
import { joinClasses } from './join-classes.ts';
import { littlewood } from './littlewood.ts';
import { protectBoundaries } from './protect-boundaries.ts';

/**
 * Protection levels in seats by EMSR-b: the classes above are joined into one, and Littlewood's rule sets it against the next fare. Fares are
 * minor units of one currency. Source: Belobaba 1992; Talluri and van Ryzin 2004, chapter 2.
 */
export const emsrB = (classes: readonly FareClass[]): readonly number[] =>
  protectBoundaries(classes, (above, next) => {
    const { fare, demand } = joinClasses(above);
    return littlewood(fare, next, demand);
  });
