import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PendingInput } from './pending-input';

describe('typed text', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is taken once, after a pause, in its last form', () => {
    const taken: string[] = [];
    const type = new PendingInput().debounce((text: string) => taken.push(text));
    type('a');
    type('ab');
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(taken).toEqual(['ab']);
  });

  it('is taken at once when somebody saves, and not again later', () => {
    const taken: string[] = [];
    const pending = new PendingInput();
    const type = pending.debounce((text: string) => taken.push(text));
    type('last word');
    pending.flush();
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual(['last word']);
  });

  it('is forgotten when it is cancelled', () => {
    const taken: string[] = [];
    const pending = new PendingInput();
    const type = pending.debounce((text: string) => taken.push(text));
    type('never mind');
    type.cancel();
    pending.flush();
    expect(taken).toEqual([]);
  });
});
