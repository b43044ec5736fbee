/** Equal ends in one line: who, what works, by what. Each part leads to what it names. */
import { useState } from 'react';
import {
  get,
  type ExposureLine,
  type ExposureQuestion,
  type ExposureReason,
  type ReachMember,
  type ResourceId,
} from '../../engine';
import { askFor } from '../asking/ask-path';
import { useAnswer } from '../engine-client/use-answer';
import { documentStore } from '../state/document-store';
import { openInspector } from '../state/panels';
import { reveal, select, setView } from '../state/view-store';
import { exposureWords as words } from '../strings/en/exposure';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { useInSight } from '../ui/use-in-sight';
import { useDocument, useRun } from '../state/hooks';
import { MarkIcon } from './MarkIcon';
import { textsOf } from './marks';
import { questionOf, type Side } from './question';

const SHOWN_MEMBERS = 4;

export interface ExposureRowProps {
  readonly side: Side;
  readonly line: ExposureLine;
}

export function ExposureRow({ side, line }: ExposureRowProps) {
  const { family, members, unknown } = line;
  const texts = textsOf(line);
  const [all, setAll] = useState(false);
  const [first] = members;
  const [row, isInSight] = useInSight<HTMLLIElement>();
  const why = useReasons(isInSight ? { side, family, member: first?.id ?? '' } : null);
  const shown = all ? members : members.slice(0, SHOWN_MEMBERS);
  const look = texts.length === 0 ? 'unknown' : side === 'inbound' ? 'open' : 'out';
  return (
    <li ref={row} className="exposure-row">
      <MarkIcon look={look} size={15} />
      <div className="exposure-who">
        {shown.map((member) => (
          <button
            key={member.id}
            type="button"
            title={words.show(member.label)}
            onClick={() => reveal(thingOf(member))}
          >
            {member.label}
          </button>
        ))}
        {members.length > SHOWN_MEMBERS && (
          <button type="button" className="text-soft" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewer : words.more(members.length - SHOWN_MEMBERS)}
          </button>
        )}
        {family === 6 && <small>{words.families[6]}</small>}
      </div>
      <div className="exposure-what">
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {unknown.map(({ code, resource, message }) => (
          <p key={`${code} ${resource}`} className="text-warn">
            {words.unknown(message)} <code>{code}</code>
          </p>
        ))}
      </div>
      {first && (
        <Button
          className="exposure-path"
          aria-label={words.pathOf(first.label)}
          title={words.pathOf(first.label)}
          onClick={() => showPath(line, side, first)}
        >
          {words.path}
        </Button>
      )}
      {texts.length > 0 && (
        <ol className="exposure-why" aria-label={words.by}>
          {why.map(({ resource, text }) => (
            <Reason
              key={`${resource} ${text}`}
              resource={resource}
              text={text}
              onShow={() => first && showReason(line, side, first, resource)}
            />
          ))}
        </ol>
      )}
    </li>
  );
}

const NO_REASONS: readonly ExposureReason[] = [];

/** Reasons take a few traces each, so they are asked for where somebody sees them. */
function useReasons(question: ExposureQuestion | null): readonly ExposureReason[] {
  const moment = useRun((state) => state.moment);
  const key = question ? `reasons ${question.side} ${question.family} ${question.member} ${moment}` : '';
  const { value } = useAnswer(question && ((engine) => engine.exposureReasons(question, moment)), key);
  return value ?? NO_REASONS;
}

interface ReasonProps {
  readonly resource: ResourceId;
  readonly text: string;
  readonly onShow: () => void;
}

function Reason({ resource, text, onShow }: ReasonProps) {
  const kind = useDocument(({ document }) => get(document, resource)?.kind);
  return (
    <li>
      <button type="button" title={words.rule(text)} onClick={onShow}>
        {kind !== undefined && <KindIcon kind={kind} size={14} />}
        {text}
      </button>
    </li>
  );
}

const thingOf = ({ id, instanceId }: ReachMember): ResourceId => instanceId ?? id;

function showPath(line: ExposureLine, side: Side, member: ReachMember): void {
  setView({ dockTab: 'paths', dockOpen: true });
  void askFor(questionOf(documentStore.getState().document, line, side, member));
}

/** The rule is lit by the packet that it lets through: that packet is asked for, and the rule's holder is shown. */
function showReason(line: ExposureLine, side: Side, member: ReachMember, resource: ResourceId): void {
  const { document } = documentStore.getState();
  void askFor(questionOf(document, line, side, member));
  if (!get(document, resource)) return;
  select(resource);
  openInspector();
}
