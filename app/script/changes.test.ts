import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../../engine';
import { documentStore, openDocument, undo } from '../state/document-store';
import { addAction, changeAction, inOrder, removeAction } from './changes';

const script = () => documentStore.getState().document.script;

describe('the script', () => {
  it('takes an action, another time and its removal as one undo step each', () => {
    openDocument(emptyScenario());
    addAction({ type: 'stop', target: 'i-1', at: 5000 });
    addAction({ type: 'start', target: 'i-1', at: 9000 });
    const [first] = script();
    if (!first) throw new Error('There is no action.');
    changeAction(first, { at: 12_000 });
    expect(inOrder(script()).map(({ type, at }) => [type, at])).toEqual([
      ['start', 9000],
      ['stop', 12_000],
    ]);
    removeAction({ ...first, at: 12_000 });
    expect(script()).toHaveLength(1);
    undo();
    undo();
    expect(inOrder(script()).map(({ at }) => at)).toEqual([5000, 9000]);
    undo();
    undo();
    expect(script()).toEqual([]);
  });

  it('gives each action an id of its own', () => {
    openDocument(emptyScenario());
    for (let count = 0; count < 3; count++) addAction({ type: 'stop', target: 'i-1', at: 0 });
    const [, second] = script();
    if (second) removeAction(second);
    addAction({ type: 'stop', target: 'i-1', at: 0 });
    expect(new Set(script().map(({ id }) => id)).size).toBe(3);
  });
});
