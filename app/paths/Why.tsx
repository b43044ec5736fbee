/** What the verdict rests on: blockers, the part that works, notes, and what is not modelled. */
import type { ScenarioPath } from '../../engine';
import { answerWords as words } from '../strings/en/paths';
import { Blockers } from './Blockers';

export function Why({ result }: { readonly result: ScenarioPath }) {
  const { blockers, working, notes, notModelled } = result;
  const silent = blockers.length + notes.length + notModelled.length === 0 && working === undefined;
  return (
    <>
      {blockers.length > 0 && <Blockers blockers={blockers} />}
      {working !== undefined && (
        <p lang="en" className="m-0 mt-1">
          {working}
        </p>
      )}
      {notes.map((note) => (
        <p key={note.code + note.message} lang="en" className="text-soft m-0 mt-1 text-xs">
          {note.message} <code>{note.code}</code>
        </p>
      ))}
      {notModelled.length > 0 && (
        <div className="bg-warn-soft mt-1 rounded-lg p-2 text-xs">
          <b>{words.notModelled}</b>
          <ul lang="en" className="m-0 list-none p-0">
            {notModelled.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {silent && <p className="text-soft m-0 text-sm">{words.nothing}</p>}
    </>
  );
}
