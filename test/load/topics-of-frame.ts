import type { Topic } from '../../shared/topics.ts';

/** What every screen of a console shows around it: its tray, the shift. */
export const topicsOfFrame = (desk: string): readonly Topic[] => ['shifts', `desk:${desk}`];
