/** Whatever was dropped, pasted or named: a scenario, a share link or AWS output, told apart by what is in it. */
import type { Resource } from '../catalog/descriptors';
import { DOCUMENT_FORMAT } from '../model/document';
import type { ImportLine, InputFile, OpenedDocument } from '../model/import';
import { fail, ok, type Failure, type Result } from '../model/result';
import { readScenario, type SetAside } from '../persistence/scenario-file';
import { openLink } from '../share/link';
import { importValues, readFiles } from './aws/import-aws';
import type { ForeignFile } from './aws/collected';
import { isSvg, linkInSvg } from './picture/svg';

export type Opened = OpenedDocument<Resource>;

/**
 * Opens any mix of AWS output files, or one scenario file, or one share link. Not laid out: AWS output has no places.
 * @returns the document and a report; fails with the reasons of `importAws`, `parseScenario` and `openLink`.
 */
export function openInput(files: readonly InputFile[]): Result<Opened> {
  const pictures = files.filter(({ text }) => isSvg(text));
  if (pictures.length > 0) return openPicture(pictures, files.length === 1);
  const [first] = files;
  if (!first) return fail('not-found', 'There is nothing to open: no file was given.');
  const alone = files.length === 1;
  const links = files.filter(({ text }) => isLink(text));
  if (links.length > 0) {
    if (!alone)
      return fail('not-allowed', 'A share link is opened alone, without other files.', links[0]?.name);
    const opened = openLink(first.text.trim());
    if (!opened.ok) return opened;
    const { document, state, setAside } = opened.value;
    return ok({ document, from: 'link', report: reportOf(setAside), state });
  }
  const read = readFiles(files);
  if (!read.ok) return read;
  const scenario = read.value.find(isScenario);
  if (!scenario) return openAws(read.value);
  if (!alone) return fail('not-allowed', 'A scenario is opened alone, without other files.', scenario.name);
  return openScenario(first);
}

/** A picture that the page saved carries the share link of its document. */
function openPicture([picture]: readonly InputFile[], alone: boolean): Result<Opened> {
  const { name, text } = picture ?? { name: '', text: '' };
  const link = linkInSvg(text);
  if (link === null)
    return fail(
      'invalid',
      `${name} is a picture without a document inside. Pictures saved here “with the document inside” open again; of others there is nothing to read.`,
      name,
    );
  return alone
    ? openInput([{ name, text: link }])
    : fail('not-allowed', 'A picture with a document inside is opened alone, without other files.', name);
}

function openScenario({ name, text }: InputFile): Result<Opened> {
  const scenario = readScenario(text);
  if (!scenario.ok) return { ok: false, error: inFile(name, scenario.error) };
  const { document, setAside } = scenario.value;
  return ok({ document, from: 'scenario', report: reportOf(setAside) });
}

const reportOf = (setAside: readonly SetAside[]): readonly ImportLine[] =>
  setAside.map(({ where, message }) => ({ severity: 'warning', where, message }));

function openAws(files: readonly ForeignFile[]): Result<Opened> {
  const imported = importValues(files);
  return imported.ok ? ok({ ...imported.value, from: 'aws' }) : imported;
}

/** An address with a fragment, or the fragment alone: `1.…`, `#1.…`. */
const isLink = (text: string): boolean =>
  /^\s*(?:https?:\/\/[^\s#]*#|#?\d{1,4}\.[\w.&=,;%-]*\s*$)/.test(text.slice(0, 2000));

const isScenario = ({ values: [value] }: ForeignFile): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  ((value as { readonly format?: unknown }).format === DOCUMENT_FORMAT ||
    ('resources' in value && 'version' in value));

const inFile = (name: string, { reason, message, where }: Failure): Failure => ({
  reason,
  message: `${name}: ${message}`,
  where: where === undefined ? name : `${name}, ${where}`,
});
