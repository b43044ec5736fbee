import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../validation';
import { parseScenario } from '../../persistence/scenario-file';
import text from './scenario.json?raw';

describe('the corner shop', () => {
  it('is a scenario file this version reads', () => {
    const read = parseScenario(text);
    expect(read.ok ? read.value.title : read.error).toBe('Corner shop');
  });

  it('has no problem of the design: what is wrong with it is one missing rule', () => {
    const read = parseScenario(text);
    if (!read.ok) throw new Error(read.error.message);
    expect(problemsOf(read.value).filter((problem) => problem.severity === 'error')).toEqual([]);
  });
});
