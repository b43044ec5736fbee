import { describe, expect, it } from 'vitest';
import { idsBetween, stepFor, typeAhead } from './outline-keys';
import { rowsOf, type OutlineNode } from './tree';

const node = (place: string, children: readonly OutlineNode[] = []): OutlineNode => ({
  place,
  id: place,
  children,
});
const tree = [node('region', [node('vpc', [node('web'), node('db')])]), node('internet')];
const all = rowsOf(tree, () => true);

describe('keys in the outline', () => {
  it('walk up and down without leaving the tree', () => {
    expect(stepFor('ArrowDown', all, 'region')).toEqual({ type: 'go', to: 'vpc' });
    expect(stepFor('ArrowUp', all, 'region')).toEqual({ type: 'none' });
    expect(stepFor('ArrowDown', all, 'internet')).toEqual({ type: 'none' });
    expect(stepFor('End', all, 'region')).toEqual({ type: 'go', to: 'internet' });
    expect(stepFor('Home', all, 'db')).toEqual({ type: 'go', to: 'region' });
  });

  it('open a closed box first and enter it after', () => {
    const closed = rowsOf(tree, (place) => place !== 'vpc');
    expect(stepFor('ArrowRight', closed, 'vpc')).toEqual({ type: 'open', place: 'vpc' });
    expect(stepFor('ArrowRight', all, 'vpc')).toEqual({ type: 'go', to: 'web' });
    expect(stepFor('ArrowRight', all, 'web')).toEqual({ type: 'none' });
  });

  it('close an open box first and leave it after', () => {
    expect(stepFor('ArrowLeft', all, 'vpc')).toEqual({ type: 'close', place: 'vpc' });
    expect(stepFor('ArrowLeft', all, 'web')).toEqual({ type: 'go', to: 'vpc' });
    expect(stepFor('ArrowLeft', all, 'internet')).toEqual({ type: 'none' });
  });

  it('find a name by its first letters, round the end', () => {
    const name = (row: (typeof all)[number]) => row.node.id;
    expect(typeAhead('v', all, 'web', name)).toBe('vpc');
    expect(typeAhead('we', all, 'web', name)).toBe('web');
    expect(typeAhead('x', all, 'web', name)).toBeNull();
  });

  it('choose everything between two rows, whichever came first', () => {
    expect(idsBetween(all, 'vpc', 'db')).toEqual(['vpc', 'web', 'db']);
    expect(idsBetween(all, 'db', 'vpc')).toEqual(['vpc', 'web', 'db']);
    expect(idsBetween(all, 'web', 'gone')).toEqual([]);
  });
});
