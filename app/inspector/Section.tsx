import type { ReactNode } from 'react';

/** A titled part of the inspector. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="pt-4">
      <h3 className="text-soft pb-1 text-xs font-semibold">{title}</h3>
      {children}
    </section>
  );
}
