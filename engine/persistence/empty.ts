/** A new document. The page loads this file, so it stays small: no schema, no facts. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION } from '../model/document';

/** What a document has that does not say otherwise; left out of files and links. */
export const DOCUMENT_DEFAULTS = {
  seed: 1,
  title: 'Untitled',
  startsAt: '2026-01-01T00:00:00Z',
} as const;

/**
 * One region with two zones and the Internet; nothing in it yet. Which zone id a zone name stands for differs
 * from account to account: this is one account's mapping.
 * Source: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 */
export function emptyScenario(): Scenario {
  const resources: readonly Resource[] = [
    { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
    { id: 'az-1', kind: 'zone', region: 'region-1', zoneName: 'us-east-1a', zoneId: 'use1-az2' },
    { id: 'az-2', kind: 'zone', region: 'region-1', zoneName: 'us-east-1b', zoneId: 'use1-az4' },
    // An address of a block reserved for documentation: RFC 5737.
    { id: 'internet-1', kind: 'internet', clientAddress: '203.0.113.7' },
  ];
  return {
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    ...DOCUMENT_DEFAULTS,
    accounts: {},
    resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    observed: {},
    layout: {},
    script: [],
    checks: [],
    slides: [],
    notes: [],
  };
}
