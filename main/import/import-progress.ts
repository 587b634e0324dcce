export interface ImportProgress {
  readonly stage: 'reading' | 'comparing' | 'applying';
  /** 0 to 1 of the stage. */
  readonly done: number;
  /** Lines read. */
  readonly records: number;
}
