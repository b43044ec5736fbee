/** State as shape and tone; the word stands beside it. */
const TONES: Readonly<Record<string, 'good' | 'warn' | 'bad' | 'busy' | 'soft'>> = {
  running: 'good',
  pending: 'busy',
  stopping: 'busy',
  'shutting-down': 'busy',
  stopped: 'soft',
  terminated: 'soft',
  'not-launched': 'bad',
  impaired: 'bad',
  notice: 'warn',
  'guest-booting': 'busy',
  'guest-halted': 'bad',
  'guest-crashed': 'bad',
  announced: 'warn',
};

/** Every state a card shows; `design` is before a first run. */
export const MARKED_STATES: readonly string[] = ['design', ...Object.keys(TONES)];

export const toneOf = (state: string): string => TONES[state] ?? 'soft';

export function StateMark({ state }: { readonly state: string }) {
  return (
    <svg className="state-mark" width="10" height="10" viewBox="0 0 10 10" aria-hidden>
      {shapeOf(state)}
    </svg>
  );
}

function shapeOf(state: string) {
  switch (state) {
    case 'running':
      return <circle cx="5" cy="5" r="4" fill="currentColor" />;
    case 'guest-booting':
      return (
        <>
          <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <circle cx="5" cy="5" r="1.2" fill="currentColor" />
        </>
      );
    case 'guest-halted':
      return <path d="M3 1v8M7 1v8" stroke="currentColor" strokeWidth="2.4" />;
    case 'guest-crashed':
      return <path d="M6 0L1.5 6H5l-1 4 4.5-6H5z" fill="currentColor" />;
    case 'announced':
      return (
        <path d="M1 2h8v7.5H1zM1 4.5h8M3 .5V2m4-1.5V2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      );
    case 'pending':
      return <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'stopping':
    case 'shutting-down':
      return <path d="M5 1.5a3.5 3.5 0 1 1-3.5 3.5" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'stopped':
      return <rect x="1.5" y="1.5" width="7" height="7" rx="1" fill="currentColor" />;
    case 'terminated':
      return <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" />;
    case 'not-launched':
      return <path d="M5 .5l4.8 9H.2z" fill="currentColor" />;
    case 'impaired':
      return <path d="M5 .5v5m0 2.5v2" stroke="currentColor" strokeWidth="2.6" />;
    case 'notice':
      return <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" />;
    default:
      return <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeDasharray="2 2" />;
  }
}
