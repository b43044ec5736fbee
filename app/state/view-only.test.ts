import { beforeEach, describe, expect, it } from 'vitest';
import { emptyScenario } from '../../engine';
import { viewOnlyText } from '../strings/en/view-only';
import { commit, documentStore, isViewOnly, openDocument, redo, undo } from './document-store';
import { viewStore } from './view-store';

const rename = { label: 'Rename', changes: [{ type: 'describe', set: { title: 'Mine' } }] } as const;

describe('a document that may only be looked at', () => {
  beforeEach(() => openDocument(emptyScenario(), 'sent', true));

  it('refuses every gesture with one message and stays as it was', () => {
    const before = documentStore.getState();
    expect(commit(rename)).toMatchObject({ ok: false, error: { reason: 'not-allowed' } });
    expect(documentStore.getState()).toBe(before);
    expect(viewStore.getState().announcement).toMatchObject({ text: viewOnlyText.refused, tone: 'bad' });
    expect([undo(), redo()]).toEqual([null, null]);
  });

  it('gives way to a copy, which is edited like any other', () => {
    openDocument(documentStore.getState().document, 'copy');
    expect(isViewOnly()).toBe(false);
    expect(commit(rename).ok).toBe(true);
    expect(documentStore.getState().document.title).toBe('Mine');
  });
});
