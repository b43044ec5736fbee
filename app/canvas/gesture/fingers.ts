/** What only fingers need is loaded when the first one comes down; from the next one on it acts. */
import type * as Touch from './touch';

let touch: typeof Touch | null = null;

export function withFingers(act: (touch: typeof Touch) => void): void {
  if (touch) act(touch);
  else
    void import('./touch').then((loaded) => {
      touch = loaded;
    });
}
