/** Milliseconds that only go forward, and that all threads of the process count from the same start. `performance.now` starts anew in each. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;
