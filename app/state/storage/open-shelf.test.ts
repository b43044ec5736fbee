import { describe, expect, it } from 'vitest';
import { explainStorageError } from './open-shelf';

const named = (name: string, inner?: Error): Error =>
  Object.assign(new Error('detail'), { name }, inner ? { inner } : {});

describe('explainStorageError', () => {
  it('finds a full disk whoever threw it, and however deep inside', () => {
    expect(explainStorageError(new DOMException('', 'QuotaExceededError')).trouble).toBe('full');
    const aborted = named('AbortError', named('AbortError', named('QuotaExceededError')));
    expect(explainStorageError(aborted).trouble).toBe('full');
  });

  it('tells a storage that is off from one that another page took over', () => {
    expect(explainStorageError(named('MissingAPIError')).trouble).toBe('off');
    expect(explainStorageError(named('OpenFailedError', named('SecurityError'))).trouble).toBe('off');
    expect(explainStorageError(named('StorageOutdatedError')).trouble).toBe('outdated');
  });

  it('hands on the words of anything else', () => {
    expect(explainStorageError(named('DataError'))).toEqual({
      trouble: 'other',
      reason: 'its storage answered “detail”.',
    });
    expect(explainStorageError('thrown text').reason).toContain('thrown text');
  });
});
