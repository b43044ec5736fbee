import { describe, expect, it } from 'vitest';
import type { HistoryStep } from '../state/document-store';
import { historyLines, stepsTo } from './steps';

const step = (label: string): HistoryStep => ({ label, changes: [], inverse: [] });

describe('the history list', () => {
  it('has one line, the document as it was opened, before anything was done', () => {
    expect(historyLines([], [])).toEqual([{ applied: 0, label: null, when: 'now' }]);
  });

  it('lists the newest first and marks where the document stands', () => {
    const lines = historyLines([step('Add VPC'), step('Move web')], [step('Rename web'), step('Delete web')]);
    expect(lines.map(({ label, when }) => [label, when])).toEqual([
      ['Delete web', 'undone'],
      ['Rename web', 'undone'],
      ['Move web', 'now'],
      ['Add VPC', 'before'],
      [null, 'before'],
    ]);
  });

  it('counts the steps to a line, back and forth', () => {
    const past = [step('a'), step('b')];
    expect(stepsTo(past, 0)).toBe(-2);
    expect(stepsTo(past, 2)).toBe(0);
    expect(stepsTo(past, 3)).toBe(1);
  });
});
