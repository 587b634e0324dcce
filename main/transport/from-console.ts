/** As much of a call from a window as says where it comes from. */
interface WindowCall {
  readonly sender: { readonly mainFrame: unknown };
  readonly senderFrame: { readonly url: string } | null;
}

/** Whether a call comes from the top frame of a window while that frame shows the console itself, and from nothing that is embedded in it. */
export const isFromConsole = ({ sender, senderFrame }: WindowCall, isConsole: (url: string) => boolean): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isConsole(senderFrame.url);
