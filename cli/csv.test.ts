import { describe, expect, it } from 'vitest';
import { csvRow } from './csv';

describe('rows of comma-separated values', () => {
  it('end with a carriage return and quote only what needs it', () => {
    expect(csvRow(['web', '', 'a,b', 'say "x"', 'two\nlines'])).toBe('web,,"a,b","say ""x""","two\nlines"\r');
  });
});
