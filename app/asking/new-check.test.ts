import { describe, expect, it } from 'vitest';
import type { Check, PathQuery } from '../../engine';
import { addCheck, dropCheck, sameAs, suggestionsFor, type Suggestion } from './new-check';

const query: PathQuery = { from: 'i-1', to: 'i-2', protocol: 'tcp', port: 5432 };
const names: Record<string, string> = { 'i-1': 'web', 'i-2': 'db', 'i-3': 'admin' };
const name = (end: string): string => names[end] ?? end;
const inside = (end: string): boolean => end.startsWith('i-');

const suggested = (asked = query, checks: readonly Check[] = []) =>
  suggestionsFor(asked, checks, name, inside);
const of = (type: Check['type'], suggestions: readonly Suggestion[]): Suggestion => {
  const found = suggestions.find(({ check }) => check.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const after = (checks: readonly Check[], suggestion: Suggestion): readonly Check[] => {
  const [change] = addCheck(checks, suggestion).changes;
  return change?.type === 'set-checks' ? change.checks : [];
};

describe('checks made of a path', () => {
  it('are of all four types, and say in a title what they demand', () => {
    expect(suggested().map(({ check }) => check.title)).toEqual([
      'web reaches db, tcp 5432',
      'web does not reach db, tcp 5432',
      'Nobody but web reaches db, tcp 5432',
      'Nothing of web leaves its VPC',
    ]);
  });

  it('ask of whom is in the document to stay in the VPC', () => {
    expect(of('stays-in-vpc', suggested({ ...query, from: 'internet' })).check.from).toBe('i-2');
    const outside = suggested({ ...query, from: 'internet', to: '198.51.100.1' });
    expect(outside.map(({ check }) => check.type)).not.toContain('stays-in-vpc');
  });

  it('let a second sender join the list of those who may', () => {
    const first = after([], of('only-these-reach', suggested()));
    const both = after(first, of('only-these-reach', suggested({ ...query, from: 'i-3' }, first)));
    expect(both).toHaveLength(1);
    expect(both[0]).toMatchObject({ from: ['i-1', 'i-3'], title: expect.stringContaining('web and admin') });
    // Another port is another list.
    const other = after(first, of('only-these-reach', suggested({ ...query, port: 22 }, first)));
    expect(other).toHaveLength(2);
  });

  it('know when the same is demanded already, whatever it is called', () => {
    const [first] = suggested();
    if (!first) throw new Error('nothing suggested');
    const checks = [{ ...first.check, id: 'other', title: 'Web reaches its database' }];
    expect(sameAs(checks, first)?.id).toBe('other');
    expect(sameAs(checks, of('cannot-reach', suggested()))).toBeUndefined();
    expect(sameAs(checks, of('can-reach', suggested({ ...query, ignoreServices: true })))).toBeUndefined();
  });

  it('are dropped one at a time', () => {
    const checks: readonly Check[] = [
      { id: 'a', type: 'stays-in-vpc', from: 'i-1' },
      { id: 'b', type: 'stays-in-vpc', from: 'i-2' },
    ];
    const [, second] = checks;
    if (!second) throw new Error('there are two');
    expect(dropCheck(checks, second).changes).toEqual([{ type: 'set-checks', checks: [checks[0]] }]);
  });

  it('take an id that is free', () => {
    const checks: readonly Check[] = [{ id: 'check-2', type: 'stays-in-vpc', from: 'i-1' }];
    expect(of('can-reach', suggested(query, checks)).check.id).toBe('check-3');
  });
});
