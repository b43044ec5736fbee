/** Whether an element has been scrolled into sight; once it has, that stays true. */
import { useEffect, useRef, useState, type RefObject } from 'react';

export function useInSight<E extends Element>(): readonly [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target || isInSight) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setInSight(true);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [isInSight]);
  return [element, isInSight];
}
