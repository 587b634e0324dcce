import type { SettingRule } from './setting-rule.ts';

/** What does something in a training store alone. */
export const TRAINING_SETTINGS = {
  colleagues: {
    kind: 'choice',
    name: 'Colleagues',
    words: 'simulated desks (SIM-01 and on) that sell, hold, let lapse and cancel while somebody is signed in',
    counts: 'It counts at once. They work in training alone.',
    trainingOnly: true,
    subject: 'colleagues',
    field: 'How much they do',
    choices: [
      { value: 'off', does: 'nothing' },
      { value: 'calm', does: 'three desks' },
      { value: 'busy', does: 'eight desks' },
      { value: 'rush', does: 'twenty desks, several changes a second' },
    ],
    default: 'calm',
  },
} as const satisfies Record<string, SettingRule>;
