import { withinSentence } from '../format/within-sentence.ts';
import type { PossibleAction } from './possible-actions.ts';

/** Refused actions that follow one another for the same reason are one row, so that the reason is said once. */
export function actionRows(actions: readonly PossibleAction[]): readonly [PossibleAction, ...PossibleAction[]][] {
  const rows: [PossibleAction, ...PossibleAction[]][] = [];
  for (const action of actions) {
    const before = rows.at(-1);
    if (action.refused && before?.[0].refused && before[0].consequence === action.consequence) before.push(action);
    else rows.push([action]);
  }
  return rows;
}

/** `Cancel and refund, change seats, correct names` */
export const rowWords = ([first, ...rest]: readonly [PossibleAction, ...PossibleAction[]]): string =>
  [first.what, ...rest.map(({ what }) => withinSentence(what))].join(', ');
