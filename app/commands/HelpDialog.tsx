/** Keys, and what is simulated and what is not. */
import { FrameDialog } from '../frame/FrameDialog';
import { help as text } from '../strings';
import { showKeys } from './keys';
import { COMMANDS } from './list';

export function HelpDialog() {
  const withKeys = COMMANDS.filter((command) => command.keys.length > 0);
  return (
    <FrameDialog title={text.title} wide>
      <div className="grid gap-x-8 sm:grid-cols-2">
        <Section title={text.keysTitle}>
          <dl className="space-y-1">
            {withKeys.map((command) => (
              <Row key={command.id} keys={showKeys(command.keys[0] ?? '')} words={command.label} />
            ))}
          </dl>
        </Section>
        <Section title={text.outlineTitle}>
          <dl className="space-y-1">
            {text.outlineKeys.map(([keys, words]) => (
              <Row key={keys} keys={keys} words={words} />
            ))}
          </dl>
        </Section>
      </div>
      <Section title={text.modelTitle}>
        <ul className="text-soft list-disc space-y-1.5 pl-4 text-sm">
          {text.model.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="pt-3 text-sm">{text.privacy}</p>
      </Section>
    </FrameDialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="pt-3">
      <h3 className="pb-2 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Row({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dd className="text-sm">{words}</dd>
      <dt>
        <kbd className="border-line bg-sunken rounded border px-1.5 py-0.5 font-sans text-xs whitespace-nowrap">
          {keys}
        </kbd>
      </dt>
    </div>
  );
}
