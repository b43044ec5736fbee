import { describe, expect, it } from 'vitest';
import { junitOf } from './junit';

const result = (outcome: 'holds' | 'fails' | 'unknown', title: string, message = 'why') => ({
  id: 'check-1',
  type: 'can-reach' as const,
  outcome,
  holds: outcome === 'holds',
  title,
  message,
});

describe('results of checks as JUnit XML', () => {
  it('count what fails and what can’t be told apart', () => {
    const xml = junitOf('Shop', [result('holds', 'a'), result('fails', 'b'), result('unknown', 'c')]);
    expect(xml).toContain('<testsuite name="Shop" tests="3" failures="1" errors="1" skipped="0" time="0">');
    expect(xml.match(/<testcase /g)).toHaveLength(3);
    expect(xml.match(/<failure message="why" type="fails">why<\/failure>/g)).toHaveLength(1);
    expect(xml.match(/<error message="why" type="unknown">why<\/error>/g)).toHaveLength(1);
  });

  it('hold no markup and no control characters of names', () => {
    const xml = junitOf('A & B', [result('fails', '<x> "q"\u0007\u001b[31m\ud800', 'line\none')]);
    expect(xml).toContain('name="A &amp; B"');
    expect(xml).toContain('name="&lt;x&gt; &quot;q&quot;[31m"');
    expect(xml).toContain('message="line one" type="fails">line\none</failure>');
    expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  });

  it('show the packet that a check fails by', () => {
    const counterExample = { from: 'internet:1.0.0.0', to: 'i-1', protocol: 'tcp', port: 22 };
    expect(junitOf('x', [{ ...result('fails', 't'), counterExample }])).toContain(
      'For example: {&quot;from&quot;:&quot;internet:1.0.0.0&quot;',
    );
  });
});
