import type { SeededRandom } from '../../main/seeded-random.ts';

/** When the hub is to die. Counted in messages where that can be, since the same seed then hits the same work. */
export type KillMoment =
  /** While it starts, so long after its process began. */
  | { readonly kind: 'starting'; readonly ms: number }
  /** When the desks have sent so many commands, or heard so many answers, or some milliseconds after that: about as long as a commit takes. */
  | { readonly kind: 'sent' | 'answered'; readonly count: number; readonly ms: number }
  /** So long after the desks began. */
  | { readonly kind: 'selling'; readonly ms: number };

export function killMoment(random: SeededRandom): KillMoment {
  const chance = random.below(10);
  if (chance < 2) return { kind: 'starting', ms: 20 + random.below(700) };
  if (chance < 8) return { kind: chance < 5 ? 'sent' : 'answered', count: 1 + random.below(400), ms: random.below(5) };
  return { kind: 'selling', ms: random.below(900) };
}

export const momentText = (moment: KillMoment): string => {
  if (moment.kind === 'starting') return `${moment.ms} ms into its start`;
  if (moment.kind === 'selling') return `after selling for ${moment.ms} ms`;
  return `${moment.ms} ms after ${moment.count} commands were ${moment.kind}`;
};
