/** Prints the receipt that stands beside the console in the page. */
export const printReceipt = (): void => window.print();
