import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../engine';
import { createAutosave } from './autosave';
import type { SaveState } from './save-store';
import { memoryShelf } from './memory-shelf';
import type { DocumentShelf, StoredDocument } from './shelf';
import { settle } from './stash';

const scenario = (title: string): Scenario => ({
  format: 'ec2-playground',
  version: 1,
  seed: 1,
  title,
  startsAt: '2026-01-01T00:00:00Z',
  accounts: {},
  resources: {},
  observed: {},
  layout: {},
  script: [],
  checks: [],
  slides: [],
  notes: [],
});

function tab(shelf: () => Promise<DocumentShelf>, name: string) {
  const states: SaveState[] = [];
  const copies: string[] = [];
  const timers: (() => void)[] = [];
  const stashed = new Map<string, StoredDocument>();
  let ids = 0;
  const autosave = createAutosave({
    shelf,
    newId: () => `${name}-${(ids += 1)}`,
    becameCopy: (id) => copies.push(id),
    tell: (state) => states.push(state),
    explain: () => ({ trouble: 'full', reason: 'its storage is full.' }),
    now: () => 1000,
    stash: (record) => stashed.set(record.id, record),
    unstash: (id) => stashed.delete(id),
    later: (run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
  });
  return { autosave, states, copies, timers, stashed };
}

describe('autosave', () => {
  it('waits a moment, so that ten edits in a row are one save', async () => {
    const { shelf, records } = memoryShelf();
    const { autosave, timers, states } = tab(() => Promise.resolve(shelf), 'a');
    autosave.opened('doc', 0);
    for (let edit = 0; edit < 10; edit++) autosave.edited(scenario(`edit ${edit}`));
    expect(timers).toHaveLength(1);
    timers[0]?.();
    await autosave.flush();
    expect(records.get('doc')).toMatchObject({ title: 'edit 9', stamp: 1 });
    expect(states.at(-1)).toEqual({ status: 'saved', at: 1000 });
  });

  it('saves what was waiting under its own id when another document is opened', async () => {
    const { shelf, records } = memoryShelf();
    const { autosave } = tab(() => Promise.resolve(shelf), 'a');
    autosave.opened('first', 0);
    autosave.edited(scenario('edited'));
    autosave.opened('second', 0);
    await autosave.flush();
    expect(records.get('first')?.title).toBe('edited');
    expect(records.has('second')).toBe(false);
  });

  it('never overwrites what another tab saved: it goes on as a copy', async () => {
    const { shelf, records } = memoryShelf();
    const one = tab(() => Promise.resolve(shelf), 'one');
    const two = tab(() => Promise.resolve(shelf), 'two');
    one.autosave.opened('doc', 0);
    two.autosave.opened('doc', 0);
    one.autosave.edited(scenario('by one'));
    await one.autosave.flush();
    two.autosave.edited(scenario('by two'));
    await two.autosave.flush();
    expect(records.get('doc')?.title).toBe('by one');
    expect(two.copies).toHaveLength(1);
    expect(records.get(two.copies[0]!)?.title).toBe('by two');
  });

  it('puts an edit aside when the page goes away, until it is stored', async () => {
    const { shelf, records } = memoryShelf();
    const { autosave, stashed } = tab(() => Promise.resolve(shelf), 'a');
    autosave.opened('doc', 3);
    records.set('doc', { ...({} as StoredDocument), id: 'doc', stamp: 3 });
    autosave.edited(scenario('last words'));
    autosave.leave();
    expect(stashed.get('doc')).toMatchObject({ title: 'last words', stamp: 4 });
    await autosave.flush();
    expect(stashed.size).toBe(0);
    expect(records.get('doc')?.title).toBe('last words');
  });

  it('rescues what was put aside without overwriting what another tab stored since', async () => {
    const { shelf, records } = memoryShelf();
    const record: StoredDocument = {
      id: 'doc',
      title: 'rescued',
      updatedAt: 1000,
      openedAt: 1000,
      stamp: 2,
      document: scenario('rescued'),
    };
    records.set('doc', { ...record, title: 'before', stamp: 1 });
    await settle(shelf, record, () => 'copy');
    expect(records.get('doc')?.title).toBe('rescued');
    await settle(shelf, record, () => 'copy');
    expect(records.size).toBe(1);
    records.set('doc', { ...record, title: 'by another tab', stamp: 7 });
    await settle(shelf, record, () => 'copy');
    expect(records.get('doc')?.title).toBe('by another tab');
    expect(records.get('copy')?.title).toBe('rescued');
  });

  describe('where the storage refuses', () => {
    /** A shelf that is full until told otherwise. */
    function fullShelf() {
      const { shelf, records } = memoryShelf();
      let isFull = true;
      const opened = () => (isFull ? Promise.reject(new Error('quota')) : Promise.resolve(shelf));
      return { opened, records, makeRoom: () => (isFull = false) };
    }
    const failed = (waiting: number) => ({
      status: 'failed',
      waiting,
      trouble: 'full',
      reason: 'its storage is full.',
    });

    it('says so, keeps the edit, puts it aside and tries again by itself, less and less often', async () => {
      const { opened, records, makeRoom } = fullShelf();
      const { autosave, states, timers, stashed } = tab(opened, 'a');
      autosave.opened('doc', 0);
      autosave.edited(scenario('precious'));
      await autosave.flush();
      expect(states.at(-1)).toEqual(failed(1));
      expect(stashed.get('doc')?.title).toBe('precious');
      expect(timers).toHaveLength(1);
      timers[0]?.();
      await autosave.flush();
      expect(states.at(-1)).toEqual(failed(1));
      makeRoom();
      await autosave.flush();
      expect(records.get('doc')?.title).toBe('precious');
      expect(stashed.size).toBe(0);
      expect(autosave.unsaved()).toEqual([]);
      expect(states.at(-1)).toEqual({ status: 'saved', at: 1000 });
    });

    it('goes on saying so while somebody edits, until the last edit is kept', async () => {
      const { opened, records, makeRoom } = fullShelf();
      const { autosave, states } = tab(opened, 'a');
      autosave.opened('doc', 0);
      autosave.edited(scenario('first'));
      await autosave.flush();
      const before = states.length;
      autosave.edited(scenario('second'));
      await autosave.flush();
      expect(new Set(states.slice(before).map(({ status }) => status))).toEqual(new Set(['failed']));
      makeRoom();
      await autosave.flush();
      expect(records.get('doc')?.title).toBe('second');
    });

    it('says that there is no storage before anything is edited, and until something is kept', async () => {
      const { opened, makeRoom } = fullShelf();
      const { autosave, states } = tab(opened, 'a');
      autosave.refuse({ trouble: 'off', reason: 'there is none.' });
      autosave.opened('doc', 0);
      const off = { status: 'failed', waiting: 0, trouble: 'off', reason: 'there is none.' };
      expect(states.at(-1)).toEqual(off);
      autosave.edited(scenario('one'));
      expect(states.at(-1)).toEqual(off);
      await autosave.flush();
      expect(states.at(-1)).toEqual(failed(1));
      makeRoom();
      await autosave.flush();
      expect(states.at(-1)).toEqual({ status: 'saved', at: 1000 });
    });

    it('loses nothing of a document when another one is opened before there is room', async () => {
      const { opened, records, makeRoom } = fullShelf();
      const { autosave, states } = tab(opened, 'a');
      autosave.opened('first', 0);
      autosave.edited(scenario('one'));
      autosave.opened('second', 0);
      await autosave.flush();
      autosave.edited(scenario('two'));
      await autosave.flush();
      expect(states.at(-1)).toEqual(failed(2));
      expect(autosave.unsaved().map(({ id, document }) => [id, document.title])).toEqual([
        ['second', 'two'],
        ['first', 'one'],
      ]);
      makeRoom();
      await autosave.flush();
      expect(records.get('first')?.title).toBe('one');
      expect(records.get('second')?.title).toBe('two');
    });

    it('goes on from the stamp it had when a document comes back that could not be kept', async () => {
      const { opened, records, makeRoom } = fullShelf();
      const { autosave, copies } = tab(opened, 'a');
      autosave.opened('first', 0);
      autosave.edited(scenario('one'));
      autosave.opened('second', 0);
      autosave.opened('first', 0);
      autosave.edited(scenario('one more'));
      makeRoom();
      await autosave.flush();
      expect(copies).toEqual([]);
      expect([...records.values()].map(({ title }) => title)).toEqual(['one more']);
    });
  });

  it('never overwrites what a newer version of the page stored: it goes on as a copy', async () => {
    const { shelf, records } = memoryShelf();
    const { autosave, copies } = tab(() => Promise.resolve(shelf), 'a');
    const newer = { ...scenario('newer'), version: 99 } as unknown as Scenario;
    const record = { id: 'doc', title: 'newer', updatedAt: 1, openedAt: 1, stamp: 4, document: newer };
    records.set('doc', record);
    autosave.opened('doc', 4);
    autosave.edited(scenario('older'));
    await autosave.flush();
    expect(records.get('doc')).toBe(record);
    expect(records.get(copies[0]!)?.title).toBe('older');
  });
});
