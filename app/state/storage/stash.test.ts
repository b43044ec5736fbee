import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyScenario } from '../../../engine';
import { memoryShelf } from './memory-shelf';
import type { StoredDocument } from './shelf';
import { rescue, stash, stashed, unstash } from './stash';

/** As a browser has it: what is kept are its own keys. */
function fakeStorage(): Storage {
  const methods = {
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

const record = (id: string): StoredDocument => ({
  id,
  title: id,
  updatedAt: 1000,
  openedAt: 1000,
  stamp: 1,
  document: emptyScenario(),
});

describe('what earlier pages put aside', () => {
  beforeEach(() => void vi.stubGlobal('localStorage', fakeStorage()));
  afterEach(() => void vi.unstubAllGlobals());

  it('is moved to the shelf, and what the shelf refuses stays put aside and is handed on', async () => {
    const { shelf, records } = memoryShelf();
    stash(record('fits'));
    stash(record('too large'));
    const full: typeof shelf = {
      ...shelf,
      put: (one, expected) =>
        one.id === 'fits' ? shelf.put(one, expected) : Promise.reject(new Error('quota')),
    };
    const left = await rescue(full, () => 'copy');
    expect(left.map(({ id }) => id)).toEqual(['too large']);
    expect([...records.keys()]).toEqual(['fits']);
    expect(stashed().map(({ id }) => id)).toEqual(['too large']);
    unstash('too large');
    expect(stashed()).toEqual([]);
  });

  it('is let go of where it is no document, and costs nothing where there is no such storage', async () => {
    localStorage.setItem('ec2-playground.unsaved.x', '{"id":3}');
    localStorage.setItem('ec2-playground.unsaved.y', '{"id":"cut');
    localStorage.setItem('somebody else', 'stays');
    expect(stashed()).toEqual([]);
    expect(Object.keys(localStorage)).toEqual(['somebody else']);
    vi.stubGlobal('localStorage', undefined);
    stash(record('a'));
    expect(await rescue(memoryShelf().shelf, () => 'copy')).toEqual([]);
  });
});
