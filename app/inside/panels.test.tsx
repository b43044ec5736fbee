import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Console } from './ConsolePanel';
import { Login } from './LoginPanel';
import { Metadata } from './MetadataPanel';
import { States } from './StatesPanel';

/** What is read, without the markup. */
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the panels of the inside of an instance', () => {
  it('tell the boot step by step, with the reason of what failed', () => {
    const text = textOf(
      renderToStaticMarkup(
        <Console
          question="console"
          steps={[
            { stage: 'kernel', label: 'Kernel', startsAt: 12_000, endsAt: 14_500, state: 'done' },
            {
              stage: 'user-data',
              label: 'dnf install httpd',
              startsAt: 20_000,
              endsAt: 50_000,
              state: 'failed',
              reason: 'No route to the repository.',
            },
            { stage: 'user-data', label: 'make', startsAt: null, endsAt: null, state: 'not-simulated' },
          ]}
          lines={['[    0.000000] Linux', 'cloud-init: Failed']}
          notModelled={['make']}
        />,
      ),
    );
    expect(text).toContain('00:00:12');
    expect(text).toContain('2.5 s');
    expect(text).toMatch(/dnf install httpd No route to the repository\. failed/);
    expect(text).toContain('not simulated');
    expect(text).toContain('cloud-init: Failed');
  });

  it('say of each way to log in whether it works, line by line', () => {
    const text = textOf(
      renderToStaticMarkup(
        <Login
          question="login"
          ways={[
            {
              way: 'ssh',
              label: 'SSH',
              verdict: 'no',
              lines: [
                { what: 'port', answer: 'yes', why: 'tcp/22 is open.' },
                { what: 'key', answer: 'no', why: 'It was launched without a key pair.' },
                { what: 'user', answer: 'unknown', why: 'The image does not say.' },
              ],
            },
          ]}
        />,
      ),
    );
    expect(text).toMatch(/SSH no port yes tcp\/22 is open\. key no It was launched .* user not known/);
  });

  it('show metadata as a tree with one stop of the Tab key, and what a request gets', () => {
    const html = renderToStaticMarkup(
      <Metadata
        question="metadata"
        settings={[{ label: 'HttpTokens', value: 'required' }]}
        tree={[{ name: 'meta-data/', entries: [{ name: 'ami-id', value: 'ami-1' }] }]}
        requests={[
          { label: 'v1', status: 401, reason: 'A token is required.', source: 'https://aws.example' },
        ]}
      />,
    );
    expect(html.match(/role="treeitem"[^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(textOf(html)).toMatch(
      /HttpTokens required .*meta-data\/ ami-id ami-1 .*v1 401 A token is required/,
    );
  });

  it('light the present state, list its calls and mark what AWS does not document', () => {
    const html = renderToStaticMarkup(
      <States
        question="states"
        state="stopped"
        calls={[
          {
            call: 'start',
            label: 'Start',
            cells: [
              { state: 'running', does: 'nothing', detail: 'nothing changes', known: 'unknown' },
              { state: 'stopped', does: 'acts', detail: 'pending → running', known: 'documented' },
            ],
          },
        ]}
      />,
    );
    expect(html).toContain('Now: stopped.');
    const text = textOf(html);
    expect(text).toMatch(/In the state stopped Start acts pending → running/);
    expect(text).toContain('? AWS does not document this');
  });
});
