import { describe, expect, it } from 'vitest';
import { cardStateOf, countChecks, shownStateOf } from './shown-state';

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

describe('what a card says of an instance', () => {
  const running = { state: 'running', systemStatus: 'passed', instanceStatus: 'passed' } as const;

  it('is what goes on inside while EC2 goes on saying that it is running', () => {
    expect(cardStateOf({ ...running, guest: 'up' })).toBe('running');
    expect(cardStateOf({ ...running, guest: 'booting' })).toBe('guest-booting');
    expect(cardStateOf({ ...running, guest: 'crashed', instanceStatus: 'failed' })).toBe('guest-crashed');
    expect(cardStateOf({ ...running, guest: 'booting', systemStatus: 'failed' })).toBe('impaired');
    expect(cardStateOf({ state: 'stopping', guest: 'halted' })).toBe('stopping');
    expect(cardStateOf(undefined)).toBeUndefined();
  });

  it('counts two checks, and a third where EC2 checks the volumes', () => {
    expect(countChecks(running)).toEqual({ passed: 2, all: 2, failed: false });
    expect(countChecks({ ...running, ebsStatus: 'failed' })).toEqual({ passed: 2, all: 3, failed: true });
    expect(countChecks({ ...running, ebsStatus: 'not-applicable' })).toEqual({
      passed: 2,
      all: 2,
      failed: false,
    });
    expect(countChecks({ state: 'stopped' })).toBeNull();
  });
});
