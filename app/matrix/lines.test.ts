import { describe, expect, it } from 'vitest';
import type { ReachMember } from '../../engine';
import text from '../../engine/scenarios/corner-shop/scenario.json?raw';
import { createSimulation } from '../../workers/simulation';
import { exampleQuery } from './example';
import { spotFor } from './grid-keys';
import { groupingsOf, linesOf, prefixOf, type Grouping } from './lines';

const engine = createSimulation({ nowMs: () => 0, yieldToMessages: () => Promise.resolve() });
const opened = await engine.open([{ name: 'shop.json', text }]);
if (!opened.ok) throw new Error(opened.failure.message);
const { document } = opened.value;
await engine.load(document, 1);
const reach = await engine.reach('design');
const matrix = reach.ok ? reach.value[0] : undefined;
if (!matrix) throw new Error('no matrix');

const labels = (grouping: Grouping, find = '') =>
  linesOf(document, matrix, grouping, find).map(({ label, count }) => [label, count]);

describe('rows and columns of the matrix', () => {
  it('begin with the internet, whatever they are put together by', () => {
    for (const grouping of groupingsOf(document, matrix))
      expect(labels(grouping)[0]).toEqual(['the internet', 1]);
  });

  it('are one for every interface, subnet, security group or kind of name', () => {
    expect(labels('each').slice(1).flat()).toEqual(['orders-1', 1, 'orders-2', 1, 'web-1', 1, 'web-2', 1]);
    expect(labels('security-group')).toContainEqual(['sg-web', 2]);
    expect(labels('subnet')).toContainEqual(['public-a', 1]);
    expect(labels('name').slice(1)).toEqual([
      ['orders', 2],
      ['web', 2],
    ]);
  });

  it('are only those with the name that is looked for', () => {
    expect(labels('each', ' WEB-2 ')).toEqual([['web-2', 1]]);
    expect(labels('name', 'web-2')).toEqual([['web', 2]]);
    expect(labels('each', 'nobody')).toEqual([]);
  });

  it('put names together by what stands before their numbers and letters', () => {
    const names = ['web-12', 'web-a', 'web_3', 'db3', 'orders', '42', 'web-1a', 'bastion'];
    expect(names.map(prefixOf)).toEqual(['web', 'web', 'web', 'db', 'orders', '42', 'web', 'bastion']);
  });
});

describe('a cell as a question', () => {
  const internet: ReachMember = { id: 'internet', label: 'the internet' };
  const web = linesOf(document, matrix, 'each', 'web-1')[0]?.parts[0]?.members[0] ?? internet;

  it('asks for a packet that works, of an address it works from', () => {
    const box = {
      addresses: ['198.51.100.0/24'],
      protocols: ['tcp'],
      ports: [[22, 30]] as const,
      text: '',
    };
    const query = exampleQuery(document, { from: internet, to: web, family: 4, box, traffic: null });
    expect(query).toEqual({
      from: 'internet:198.51.100.0',
      to: web.instanceId,
      protocol: 'tcp',
      port: 22,
    });
  });

  it('asks for what the reader looks for, and for https where nothing works', () => {
    const ask = (traffic: Parameters<typeof exampleQuery>[1]['traffic']) =>
      exampleQuery(document, { from: web, to: internet, family: 4, box: null, traffic });
    expect(ask(null)).toMatchObject({ to: 'internet', protocol: 'tcp', port: 443 });
    expect(ask({ protocol: 'udp', from: 53, to: 53 })).toMatchObject({ protocol: 'udp', port: 53 });
    expect(ask({ protocol: 'icmp' })).toMatchObject({ protocol: 'icmp', icmpType: 8 });
  });
});

describe('keys in the grid', () => {
  const go = (key: string, ctrlKey = false) => spotFor({ key, ctrlKey }, { row: 1, column: 2 }, 10, 4);

  it('walk by one, by a page and to the ends, and never out of the grid', () => {
    expect(go('ArrowUp')).toEqual({ row: 0, column: 2 });
    expect(go('PageDown')).toEqual({ row: 5, column: 2 });
    expect(go('PageUp')).toEqual({ row: 0, column: 2 });
    expect(go('End')).toEqual({ row: 1, column: 9 });
    expect(go('End', true)).toEqual({ row: 9, column: 9 });
    expect(go('a')).toBeNull();
  });
});
