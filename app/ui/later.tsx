/**
 * A part of the page whose code comes later. Unlike with React.lazy it stands as soon as it is there: what Suspense waited
 * for React holds back for up to 300 ms after the last placeholder, and one placeholder follows another while a page opens.
 */
import { Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';

const nothing = (): ReactNode => null;

/**
 * @param load imports the module of which the part is the default
 * @param placeholder what stands there meanwhile
 * @returns the part, with `load` to have it there before it is shown; a failure is thrown where it is drawn
 */
export function later<Props extends object = object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  placeholder: (props: Props) => ReactNode = nothing,
) {
  let there: ComponentType<Props> | null = null;
  let coming: Promise<unknown> | null = null;
  const come = (): Promise<unknown> =>
    (coming ??= load().then((module) => {
      there = module.default;
    }));

  function Later(props: Props) {
    const [Part, setPart] = useState(() => there);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      if (Part) return;
      let gone = false;
      come().then(
        () => !gone && setPart(() => there),
        (error: unknown) => !gone && setFailure({ error }),
      );
      return () => {
        gone = true;
      };
    }, [Part]);
    if (failure) throw failure.error;
    if (!Part) return placeholder(props);
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  }
  return Object.assign(Later, { load: (): void => void come().catch(() => {}) });
}
