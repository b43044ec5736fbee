import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import { baseTopology, topology, viaNat } from '../testing/base-topology';

const ask = (document: ReturnType<typeof baseTopology>, from: string, to: string, port = 443) => {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), { from, to, port });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

describe('a trace', () => {
  it('names every hop in the order the packet meets them, there and back', () => {
    const path = ask(topology(viaNat), 'j', 'internet-x');
    console.log(
      JSON.stringify(
        path.forward.hops.map((h) => [h.verdict, h.kind, h.resource, h.message]),
        null,
        1,
      ),
    );
    console.log(
      JSON.stringify(
        path.return.hops.map((h) => [h.verdict, h.kind, h.resource, h.message]),
        null,
        1,
      ),
    );
    expect(path.verdict).toBe('reachable');
    const back = ask(topology(), 'internet-x', 'i');
    console.log(JSON.stringify(back, null, 1));
  });
});
