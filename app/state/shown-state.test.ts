import { describe, expect, it } from 'vitest';
import { shownStateOf } from './shown-state';

describe('the state people see', () => {
  it('is impaired where one status check of a running instance has failed', () => {
    expect(shownStateOf({ state: 'running', systemStatus: 'failed', instanceStatus: 'passed' })).toBe(
      'impaired',
    );
    expect(shownStateOf({ state: 'running', systemStatus: 'passed', instanceStatus: 'failed' })).toBe(
      'impaired',
    );
  });

  it('stays running while the checks initialize and when they have passed', () => {
    expect(
      shownStateOf({ state: 'running', systemStatus: 'initializing', instanceStatus: 'initializing' }),
    ).toBe('running');
    expect(shownStateOf({ state: 'running', systemStatus: 'passed', instanceStatus: 'passed' })).toBe(
      'running',
    );
  });

  it('is the state itself of what does not run, and nothing without one', () => {
    expect(shownStateOf({ state: 'stopped', systemStatus: 'failed' })).toBe('stopped');
    expect(shownStateOf(undefined)).toBeUndefined();
  });
});
