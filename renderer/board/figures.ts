/** 16741 -> `16,741`. */
export const figures = (count: number): string => count.toLocaleString('en-US');
