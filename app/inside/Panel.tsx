/** What all panels share: the answer, or why there is none. */
import type { ReactNode } from 'react';
import { insideWords as words } from '../strings/en/inside';
import type { Inside } from './use-inside';

type Question = 'console' | 'metadata' | 'login' | 'states';

export function Panel<Q extends Question>({
  inside,
  children,
}: {
  readonly inside: Inside<Q>;
  readonly children: (value: NonNullable<Inside<Q>['value']>) => ReactNode;
}) {
  const { value, failure } = inside;
  if (failure)
    return (
      <p lang="en" className="text-bad m-0 text-sm">
        {failure.message}
      </p>
    );
  if (!value) return <p className="text-soft m-0 text-sm">{words.asking}</p>;
  if ('absent' in value && value.absent !== undefined)
    return (
      <p lang="en" className="text-soft m-0 text-sm">
        {value.absent}
      </p>
    );
  return children(value);
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="pb-4">
      <h3 className="text-soft m-0 pb-1 text-xs font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** The AWS page that says so. */
export function Source({ href }: { readonly href: string | undefined }) {
  if (href === undefined) return null;
  return (
    <a href={href} target="_blank" rel="noreferrer" className="text-accent ml-1.5 text-xs hover:underline">
      {words.source}
    </a>
  );
}
