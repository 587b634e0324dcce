/** What a check of a page waits for at most, in milliseconds. */
export const EXPECT_MS = 20_000;
