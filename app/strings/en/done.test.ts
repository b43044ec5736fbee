import { describe, expect, it } from 'vitest';
import { asDone } from './done';

describe('an edit that is done', () => {
  it('is told, not ordered', () => {
    expect(asDone('Add VPC 10.0.0.0/16 and a subnet')).toBe('Added VPC 10.0.0.0/16 and a subnet');
    expect(asDone('Delete web-1 and 3 things with it')).toBe('Deleted web-1 and 3 things with it');
    expect(asDone('Set the CIDR of a to b')).toBe('Set the CIDR of a to b');
    expect(asDone('Give web-1 a root volume')).toBe('Gave web-1 a root volume');
    expect(asDone('Stop web-1')).toBe('Stopped web-1');
    expect(asDone('Tidy up the selection')).toBe('Tidied up the selection');
    expect(asDone('Pin web-1')).toBe('Pinned web-1');
  });

  it('moves what the history draws anew', () => {
    expect(asDone('Redraw web-1 in private-a: address 10.0.10.5, in us-east-1b, with its volumes')).toBe(
      'Moved web-1 to private-a: it has the new address 10.0.10.5, in us-east-1b, with its volumes',
    );
    expect(asDone('Redraw 3 things')).toBe('Redrew 3 things');
  });

  it('stays as it is where it begins with no order', () => {
    expect(asDone('Zone fails: us-east-1a')).toBe('Zone fails: us-east-1a');
    expect(asDone('Spot takes back web-1')).toBe('Spot takes back web-1');
    expect(asDone('')).toBe('');
  });
});
