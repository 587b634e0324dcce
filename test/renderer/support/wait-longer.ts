import { configure } from '@testing-library/dom';

// What a test waits for appears as soon as the page is drawn. On a busy machine that may take longer than the second that Testing Library gives.
configure({ asyncUtilTimeout: 10_000 });
