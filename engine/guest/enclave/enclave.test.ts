import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEnclave, parseEnclave, type Enclave, type EnclaveParent } from './enclave';
import {
  enclaveRefusal,
  freeName,
  MAX_ENCLAVES,
  parentRefusal,
  PARENT_MEMORY_MIB,
  roomForEnclaves,
} from './enclave-rules';

/** m5.xlarge */
const PARENT: EnclaveParent = {
  subject: 0,
  id: 'i-1',
  enabled: true,
  supported: true,
  hibernates: false,
  instanceType: 'm5.xlarge',
  vCpus: 4,
  threadsPerCore: 2,
  memoryMiB: 16_384,
};
const GRAVITON: EnclaveParent = {
  ...PARENT,
  instanceType: 'm6g.large',
  vCpus: 2,
  threadsPerCore: 1,
  memoryMiB: 8192,
};
const LARGE: EnclaveParent = { ...PARENT, instanceType: 'm5.8xlarge', vCpus: 32, memoryMiB: 131_072 };
const enclave = (vCpus: number, memoryMiB = 512, name = 'signer'): Enclave => ({ name, vCpus, memoryMiB });
const refusal = (parent: EnclaveParent, wanted: Enclave, ...running: readonly Enclave[]) =>
  enclaveRefusal(parent, running, wanted);

describe('what an enclave takes', () => {
  it('is whole cores, and one stays with the parent', () => {
    expect(refusal(PARENT, enclave(2))).toBeUndefined();
    expect(refusal(PARENT, enclave(4))).toMatchObject({ code: 'E22' });
    expect(refusal(PARENT, enclave(1))?.message).toContain('not whole cores');
    expect(refusal(PARENT, enclave(3))?.message).toContain('multiple of 2');
    expect(refusal(PARENT, enclave(0))).toBeDefined();
    expect(refusal(PARENT, enclave(2), enclave(2))).toMatchObject({ code: 'E22' });
  });

  it('is one vCPU on Graviton, whose cores have one thread', () => {
    expect(refusal(GRAVITON, enclave(1))).toBeUndefined();
    expect(refusal(GRAVITON, enclave(2))).toMatchObject({ code: 'E22' });
  });

  it('is 64 MiB or more, and what is there', () => {
    const most = PARENT.memoryMiB - PARENT_MEMORY_MIB;
    expect(refusal(PARENT, enclave(2, 63))).toMatchObject({ code: 'E26' });
    expect(refusal(PARENT, enclave(2, 64))).toBeUndefined();
    expect(refusal(PARENT, enclave(2, most))).toBeUndefined();
    expect(refusal(PARENT, enclave(2, most + 1))).toMatchObject({ code: 'E27' });
    expect(refusal(LARGE, enclave(2, 70_000), enclave(2, 70_000))).toMatchObject({ code: 'E27' });
  });

  it('may be taken four times', () => {
    const running = Array.from({ length: MAX_ENCLAVES - 1 }, () => enclave(2));
    expect(refusal(LARGE, enclave(2), ...running)).toBeUndefined();
    expect(refusal(LARGE, enclave(2), ...running, enclave(2))?.message).toMatch(/^4 enclaves run/);
  });

  it('never leaves the parent without a core or memory', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(PARENT, GRAVITON, LARGE),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 140_000 })), {
          maxLength: 8,
        }),
        (parent, wishes) => {
          const running: Enclave[] = [];
          for (const [vCpus, memoryMiB] of wishes)
            if (!enclaveRefusal(parent, running, { vCpus, memoryMiB }))
              running.push(enclave(vCpus, memoryMiB));
          const sum = (of: (one: Enclave) => number) => running.reduce((total, one) => total + of(one), 0);
          expect(parent.vCpus - sum((one) => one.vCpus)).toBeGreaterThanOrEqual(parent.threadsPerCore);
          expect(parent.memoryMiB - sum((one) => one.memoryMiB)).toBeGreaterThanOrEqual(PARENT_MEMORY_MIB);
          expect(running.length).toBeLessThanOrEqual(MAX_ENCLAVES);
          expect(roomForEnclaves(parent, running).vCpus).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 5 },
    );
  });
});

describe('the parent of an enclave', () => {
  it.each([
    ['switched on at launch', { enabled: false }],
    ['of a type that has them', { supported: false }],
    ['without hibernation', { hibernates: true }],
  ] as const)('is %s', (_name, changes) => {
    expect(parentRefusal(PARENT)).toBeUndefined();
    expect(parentRefusal({ ...PARENT, ...changes })).toBeDefined();
    expect(refusal({ ...PARENT, ...changes }, enclave(2))).toBeDefined();
  });

  it('may be of a type nothing is known of', () => {
    expect(parentRefusal({ ...PARENT, supported: undefined })).toBeUndefined();
  });
});

describe('an enclave as text', () => {
  it('is read as it was made, whatever its name', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (name, vCpus, memoryMiB) => {
        const made = { name, vCpus, memoryMiB };
        expect(parseEnclave(makeEnclave(made))).toEqual(made);
      }),
      { seed: 5 },
    );
    expect(parseEnclave('something else')).toBeUndefined();
  });

  it('has a name of its own', () => {
    expect(freeName([], 'signer')).toBe('signer');
    expect(freeName([enclave(2)], 'signer')).toBe('signer_1');
    expect(freeName([enclave(2), enclave(2, 64, 'signer_1')], 'signer')).toBe('signer_2');
  });
});
