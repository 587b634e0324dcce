import { massFromMode } from '../../../shared/pricing/revenue/mass-from-mode.ts';

/** Chances that 0, 1, ... `trials` of so many succeed, each with the same chance from 0 to 1 and none depending on another. */
export function binomialMass(trials: number, chance: number): readonly number[] {
  if (chance === 0 || chance === 1) return Array.from({ length: trials + 1 }, (_, wins) => (wins === (chance === 1 ? trials : 0) ? 1 : 0));
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  return massFromMode(trials, mode, (wins) => ((trials - wins + 1) / wins) * (chance / (1 - chance)));
}
