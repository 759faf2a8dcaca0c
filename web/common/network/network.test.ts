import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onBackAlone, onWaitingChange, somethingWaits, whenBack } from './network.ts';

/** A browser whose network comes and goes. */
const page = new EventTarget();
const browser = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', browser);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  browser.onLine = false;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function comesBack() {
  browser.onLine = true;
  page.dispatchEvent(new Event('online'));
}

describe('what waits for the network', () => {
  it('waits for nothing when it is there', async () => {
    browser.onLine = true;
    expect(await whenBack()).toBe(true);
  });

  it('goes on when it is back', async () => {
    const waiting = whenBack();
    comesBack();
    expect(await waiting).toBe(true);
  });

  it('is known to wait until it goes on or gives up, and no longer', async () => {
    const told: boolean[] = [];
    const stop = onWaitingChange(() => told.push(somethingWaits()));
    expect(somethingWaits()).toBe(false);
    const [first, second] = [new AbortController(), whenBack()];
    const taken = whenBack(first.signal);
    first.abort();
    await taken;
    expect(somethingWaits()).toBe(true);
    comesBack();
    await second;
    stop();
    expect(told).toEqual([true, true, true, false]);
  });

  it('gives up after two minutes, and when the page does', async () => {
    const late = whenBack();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await late).toBe(false);
    const stop = new AbortController();
    const left = whenBack(stop.signal);
    stop.abort();
    expect(await left).toBe(false);
    expect(await whenBack(AbortSignal.abort())).toBe(false);
  });
});

describe('a page that comes back by itself', () => {
  it('does when nothing waited, and not once it is gone', () => {
    const reload = vi.fn();
    const stop = onBackAlone(reload);
    comesBack();
    expect(reload).toHaveBeenCalledOnce();
    stop();
    comesBack();
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each(['before', 'after'])('does not over a sending that began to wait %s it was shown', async (when) => {
    const reload = vi.fn();
    const early = when === 'before' ? whenBack() : undefined;
    const stop = onBackAlone(reload);
    const waiting = early ?? whenBack();
    comesBack();
    expect(await waiting).toBe(true);
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('does when what waited has given up', async () => {
    const reload = vi.fn();
    const leaving = new AbortController();
    const waiting = whenBack(leaving.signal);
    const stop = onBackAlone(reload);
    leaving.abort();
    expect(await waiting).toBe(false);
    comesBack();
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });
});
