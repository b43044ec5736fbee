/** The versions of the open document, and what differs since each: worked out while one looks, the latest first. */
import { useCallback, useEffect, useState } from 'react';
import type { Scenario } from '../../../engine';
import { documentStore } from '../../state/document-store';
import { useDocument } from '../../state/hooks';
import { READS_VERSION } from '../../state/storage/card';
import { explainStorageError, shelf } from '../../state/storage/documents';
import type { Refused } from '../../state/storage/save-store';
import type { Picture } from '../../state/storage/shelf';
import { unpack } from '../../state/storage/versions/pack';
import type { StoredVersion } from '../../state/storage/versions/version';
import { drawPicture } from '../picture/draw-picture';
import { compareDocuments, type Differences } from './compare';

export interface VersionDetails {
  readonly picture: Picture;
  /** From it to what is there now. */
  readonly since: Differences;
}

export interface UseVersions {
  /** Latest first; null while they are read. */
  readonly versions: readonly StoredVersion[] | null;
  readonly details: ReadonlyMap<string, VersionDetails>;
  readonly refused: Refused | null;
  readonly reload: () => Promise<void>;
}

export function useVersions(): UseVersions {
  const documentId = useDocument((state) => state.documentId);
  const present = useDocument((state) => state.document);
  const [versions, setVersions] = useState<readonly StoredVersion[] | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [details, setDetails] = useState<ReadonlyMap<string, VersionDetails>>(new Map());
  const reload = useCallback(async () => {
    try {
      const own = await (await shelf()).versions.list(documentId);
      if (documentStore.getState().documentId !== documentId) return;
      setVersions([...own].sort((a, b) => b.at - a.at));
      setRefused(null);
    } catch (error) {
      setVersions([]);
      setRefused(explainStorageError(error));
    }
  }, [documentId]);
  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    if (!versions) return;
    let isWanted = true;
    const work = async () => {
      for (const version of versions) {
        const found = await detailsOf(version, present);
        if (!isWanted) return;
        if (found) setDetails((before) => new Map(before).set(version.id, found));
      }
    };
    void work();
    return () => {
      isWanted = false;
    };
  }, [versions, present]);
  return { versions, details, refused, reload };
}

async function detailsOf({ id }: StoredVersion, present: Scenario): Promise<VersionDetails | null> {
  // One at a time, with a breath between: the dialog answers keys meanwhile.
  await new Promise((resolve) => setTimeout(resolve));
  try {
    const data = await (await shelf()).versions.read(id);
    if (!data) return null;
    // This page wrote it itself; of another format it is only compared once it was opened.
    const document = JSON.parse(await unpack(data)) as Scenario;
    if ((document.version as number) !== READS_VERSION) return null;
    return { picture: drawPicture(document), since: compareDocuments(document, present) };
  } catch {
    // Going back to it says what is wrong with it.
    return null;
  }
}
