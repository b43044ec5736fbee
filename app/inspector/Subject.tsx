/** One thing: who it is, how it is, what can be done, what follows from it, and every property. */
import { BookOpen } from 'lucide-react';
import { descriptorOf, type Resource } from '../../engine';
import { InsideLinks } from '../inside/InsideLinks';
import { useDocument, useView } from '../state/hooks';
import { inspector as text } from '../strings';
import { onFirstSign } from '../ui/first-sign';
import { later } from '../ui/later';
import { Actions } from './Actions';
import { FactList, FactTables } from './Facts';
import { Header } from './Header';
import { LiveLine } from './LiveLine';
import { Properties } from './Properties';
import { RecentChanges } from './RecentChanges';
import { SubjectProblems } from './SubjectProblems';
import { useInspection } from './use-inspection';

const InsideDrawer = later(() => import('../inside/InsideDrawer'));
const RulesOf = later(() => import('./rules/RulesOf'));
onFirstSign(RulesOf.load);

export default function Subject({ resource }: { readonly resource: Resource }) {
  const descriptor = descriptorOf(resource.kind);
  const looking = useDocument((state) => state.viewOnly);
  const inside = useView((state) => state.inside !== null);
  const inspection = useInspection(resource.id);
  // All at once: what follows the facts would jump when they come.
  if (inspection === undefined)
    return (
      <div className="p-3">
        <Header resource={resource} />
        <LiveLine resource={resource} />
      </div>
    );
  const hasRules =
    resource.kind === 'security-group' || resource.kind === 'network-acl' || resource.kind === 'route-table';
  return (
    <div className="p-3">
      <Header resource={resource} />
      <LiveLine resource={resource} />
      <fieldset disabled={looking} className="contents">
        <Actions resource={resource} actions={inspection?.actions ?? []} />
        <SubjectProblems id={resource.id} />
      </fieldset>
      {resource.kind === 'instance' && <InsideLinks />}
      {resource.kind === 'instance' && inside && <InsideDrawer resource={resource} />}
      <RecentChanges id={resource.id} />
      <FactList facts={inspection?.facts ?? []} />
      <fieldset disabled={looking} className="contents">
        {hasRules && <RulesOf resource={resource} inspection={inspection} />}
      </fieldset>
      {!hasRules && <FactTables tables={inspection?.tables ?? []} />}
      <fieldset disabled={looking} className="contents">
        <Properties resource={resource} />
      </fieldset>
      {descriptor && (
        <p className="pt-4">
          <a
            href={descriptor.source}
            target="_blank"
            rel="noreferrer"
            className="text-accent inline-flex min-h-6 items-center gap-1.5 text-sm hover:underline"
          >
            <BookOpen aria-hidden size={14} />
            {descriptor.label} · {text.aws}
          </a>
        </p>
      )}
    </div>
  );
}
