/** Another thing of the document, chosen from those it can be. */
import { ArrowUpRight } from 'lucide-react';
import { get, type Field } from '../../../engine';
import { detailOf, nameOf, nameOfId } from '../../subject/sentence';
import { useDocument } from '../../state/hooks';
import { reveal } from '../../state/view-store';
import { inspector as text } from '../../strings';
import { Button } from '../../ui/Button';
import { candidatesFor } from '../candidates';
import { INPUT, type FieldInputProps } from './field-input-props';

type ReferenceField = Extract<Field, { type: 'reference' }>;

export function ReferenceInput(props: FieldInputProps<ReferenceField>) {
  const { id, describedBy, field, value, invalid, resource, onSet } = props;
  const scenario = useDocument((state) => state.document);
  const current = typeof value === 'string' ? value : '';
  const candidates = candidatesFor(scenario, resource, field.to, current);
  const dangling = current !== '' && get(scenario, current) === undefined;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <select
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid || dangling}
        value={current}
        className={INPUT}
        onChange={(event) => onSet(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        {field.optional || current === '' ? <option value="">{text.none}</option> : null}
        {dangling && <option value={current}>{current}</option>}
        {candidates.map((candidate) => {
          const detail = detailOf(scenario, candidate);
          return (
            <option key={candidate.id} value={candidate.id}>
              {nameOf(scenario, candidate)}
              {detail === '' ? '' : ` · ${detail}`}
            </option>
          );
        })}
      </select>
      {current !== '' && !dangling && (
        <Button
          look="quiet"
          className="px-0"
          aria-label={text.show(nameOfId(scenario, current))}
          title={text.show(nameOfId(scenario, current))}
          icon={<ArrowUpRight aria-hidden size={14} />}
          onClick={() => reveal(current)}
        />
      )}
    </span>
  );
}
