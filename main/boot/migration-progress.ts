/** Turns the progress of a migration into a sentence for each tenth of it. A store that is of this version already tells nothing. */
export function migrationProgress(say: (sentence: string) => void): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
    if (tenth === told) return;
    told = tenth;
    say(`Aisle is bringing its store to this version: ${tenth * 10} %`);
  };
}
