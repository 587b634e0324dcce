import { configure, getConfig, prettyDOM } from '@testing-library/dom';

/** Testing Library sets this while it asks again and again. It leaves out what is costly in some messages, but not the page. */
type Asking = { readonly _disableExpensiveErrorDiagnostics?: boolean };

configure({
  // What a test waits for appears as soon as the page is drawn. On a busy machine that may take longer than the second that Testing Library gives.
  asyncUtilTimeout: 10_000,
  // The page is written into the message that somebody reads, and not into each that only says that the test waits on.
  getElementError: (message, container) => {
    const isAsking = (getConfig() as Asking)._disableExpensiveErrorDiagnostics === true;
    const error = new Error(isAsking ? (message ?? '') : `${message ?? ''}\n\n${prettyDOM(container)}`);
    error.name = 'TestingLibraryElementError';
    return error;
  },
});
