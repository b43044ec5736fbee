import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario, type ScenarioChange } from '../../../../engine';
import { memoryShelf } from '../memory-shelf';
import { unpack } from './pack';
import { createVersionKeeper, EVERY_MS } from './version-keeper';

/** A document with so many security groups beside what a new one has. */
function withGroups(count: number, title = 'Shop'): Scenario {
  const resources = { ...emptyScenario().resources };
  for (let number = 1; number <= count; number += 1) {
    const id = `pg-${number}`;
    resources[id] = { id, kind: 'placement-group', groupName: id, strategy: 'cluster', region: 'region-1' };
  }
  return { ...emptyScenario(), title, resources };
}

const describing: readonly ScenarioChange[] = [{ type: 'describe', set: { title: 'x' } }];
const removing = (count: number): readonly ScenarioChange[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'remove', id: `pg-${index + 1}` }));

function keeper() {
  const { shelf, versions } = memoryShelf();
  const clock = { now: 1_000_000 };
  let ids = 0;
  const kept = createVersionKeeper({
    shelf: () => Promise.resolve(shelf),
    newId: () => `v${(ids += 1)}`,
    now: () => clock.now,
    idle: (run) => run(),
  });
  const all = () => [...versions.values()].map(({ reason, count, name }) => ({ reason, count, name }));
  return { ...kept, shelf, versions, clock, all };
}

describe('versions', () => {
  it('keeps a document as it was opened with its first edit, and once more after minutes of editing', async () => {
    const { opened, changed, keep, clock, all } = keeper();
    opened();
    changed('doc', withGroups(1), describing);
    changed('doc', withGroups(2), describing);
    clock.now += EVERY_MS - 1;
    changed('doc', withGroups(3), describing);
    clock.now += 1;
    changed('doc', withGroups(4), describing);
    await keep('doc', withGroups(5), 'kept', 'by hand');
    const blank = Object.keys(emptyScenario().resources).length;
    expect(all()).toEqual([
      { reason: 'opened', count: blank + 1, name: undefined },
      { reason: 'edited', count: blank + 4, name: undefined },
      { reason: 'kept', count: blank + 5, name: 'by hand' },
    ]);
  });

  it('keeps what was there before much is deleted, and nothing for a single thing', async () => {
    const { changed, keep, versions } = keeper();
    changed('doc', withGroups(30), describing);
    changed('doc', withGroups(30, 'few'), removing(3));
    changed('doc', withGroups(30, 'many'), removing(10));
    changed('doc', withGroups(4, 'half'), removing(4));
    await keep('doc', withGroups(9), 'kept');
    expect([...versions.values()].map(({ title, reason }) => [title, reason])).toEqual([
      ['Shop', 'opened'],
      ['many', 'before-deleting'],
      ['half', 'before-deleting'],
      ['Shop', 'kept'],
    ]);
  });

  it('keeps nothing of a new document, and nothing twice in a row', async () => {
    const { changed, keep, all, opened } = keeper();
    changed('doc', emptyScenario(), describing);
    await keep('doc', withGroups(1), 'kept');
    opened();
    changed('doc', withGroups(1), describing);
    await keep('doc', withGroups(1), 'kept', 'named afterwards');
    expect(all()).toHaveLength(1);
    expect(all()[0]?.name).toBe('named afterwards');
  });

  it('gives back what it kept, to the letter', async () => {
    const { keep, shelf, versions } = keeper();
    const document = withGroups(7, 'Zürich');
    await keep('doc', document, 'kept');
    const [version] = versions.values();
    const data = await shelf.versions.read(version!.id);
    expect(JSON.parse(await unpack(data!))).toEqual(document);
    expect(version?.bytes).toBe(data?.bytes.length);
  });

  it('goes on after a version that the storage refused', async () => {
    const { shelf, versions } = memoryShelf();
    let isFull = true;
    const kept = createVersionKeeper({
      shelf: () => (isFull ? Promise.reject(new Error('quota')) : Promise.resolve(shelf)),
      newId: () => 'v',
      now: () => 1,
      idle: (run) => run(),
    });
    await expect(kept.keep('doc', withGroups(1), 'kept')).rejects.toThrow('quota');
    isFull = false;
    await kept.keep('doc', withGroups(1), 'kept');
    expect(versions.size).toBe(1);
  });
});
