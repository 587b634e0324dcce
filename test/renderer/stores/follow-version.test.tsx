import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import type { OtherProtocol, SocketBridge } from '../../../renderer/client/socket-bridge.ts';
import { VersionBar } from '../../../renderer/frame/version-bar.tsx';
import { followVersion } from '../../../renderer/stores/follow-version.ts';
import { useVersion } from '../../../renderer/stores/version-store.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { RUIZ } from '../support/open-console.ts';
import { hello } from '../support/samples.ts';

/** A hub that can be replaced by another Aisle. */
class Replaced extends FakeBridge {
  #hear: ((other: OtherProtocol) => void) | undefined;
  onOtherProtocol(hear: (other: OtherProtocol) => void): () => void {
    this.#hear = hear;
    return () => undefined;
  }
  greets(version: string): void {
    this.tell({ ...hello(100), version });
  }
  strange(hubIs: OtherProtocol['hubIs']): void {
    this.#hear?.({ version: '0.2.0', hubIs });
  }
}

describe('a hub whose Aisle is another one', () => {
  let hub: Replaced;
  let stop: () => void;
  const reload = vi.fn();
  const said = () => screen.queryByRole('alert')?.textContent ?? '';
  const load = () => {
    hub = new Replaced();
    connect(hub, atOnce);
    stop = followVersion(hub as unknown as SocketBridge, reload);
  };

  beforeEach(() => {
    sessionStorage.clear();
    reload.mockClear();
    useVersion.setState(useVersion.getInitialState());
    useSession.setState({ session: null });
    load();
    render(<VersionBar />);
  });
  afterEach(() => {
    cleanup();
    stop();
  });

  it('is nothing to speak of while it is the same', () => {
    hub.greets('0.1.0');
    hub.greets('0.1.0');
    expect(reload).not.toHaveBeenCalled();
    expect(said()).toBe('');
  });

  it.each<[string, () => void]>([
    ['newer', () => hub.greets('0.2.0')],
    ['too new', () => hub.strange('newer')],
  ])('is loaded at once where nobody works, if it is %s', (_, becomes) => {
    hub.greets('0.1.0');
    becomes();
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each<[string, () => void, string]>([
    [
      'newer',
      () => hub.greets('0.2.0'),
      'The hub has a newer Aisle now (0.2.0). Load this page again when the sale at hand is done: Ctrl R.',
    ],
    [
      'too new',
      () => hub.strange('newer'),
      'The hub has Aisle 0.2.0, and this page is too old for it. Load it again to go on: Ctrl R. What is typed and not held yet is lost by that, so note it first.',
    ],
  ])('takes nothing away from who has half a sale typed, and says so, if it is %s', async (_, becomes, words) => {
    hub.greets('0.1.0');
    useSession.setState({ session: RUIZ });
    becomes();
    expect(reload).not.toHaveBeenCalled();
    await waitFor(() => expect(said()).toBe(words));
    useSession.setState({ session: null });
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is waited for where it is too old', () => {
    hub.strange('older');
    expect(reload).not.toHaveBeenCalled();
    expect(useVersion.getState().hubIs).toBe('too-old');
    hub.greets('0.3.0');
    expect(useVersion.getState().hubIs).toBe('same');
  });

  it('is loaded once, and not for ever, where the browser shows the old page again', () => {
    hub.strange('newer');
    stop();
    load();
    hub.strange('newer');
    expect(reload).toHaveBeenCalledOnce();
    expect(useVersion.getState().inVain).toBe(true);
  });

  it('is no reason to load a window, whose page is its own', () => {
    useVersion.setState({ loadsAnew: false });
    hub.strange('newer');
    expect(reload).not.toHaveBeenCalled();
  });
});
