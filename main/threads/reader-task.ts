/** What a reader thread is started with: the store, and which reads it gets. */
export interface ReaderTask {
  readonly file: string;
  readonly lane: 'quick' | 'long';
}
