/**
 * What every story runs with: after each one, nothing may have gone wrong quietly. No error in the console, no uncaught
 * exception, no request to another origin from page or worker.
 */
import { expect, test as base, type BrowserContext, type ConsoleMessage } from '@playwright/test';

interface Watch {
  /** A console error or exception that this story causes on purpose. */
  expectError(pattern: RegExp): void;
  /** A foreign request that this story tries on purpose, and that the policy has to stop. */
  expectAttempt(pattern: RegExp): void;
}

const describeMessage = (message: ConsoleMessage): string => {
  const { url, lineNumber } = message.location();
  return `console error: ${message.text()} (${url}:${lineNumber})`;
};

function watchContext(context: BrowserContext, origins: readonly string[]) {
  const errors: string[] = [];
  const foreign: string[] = [];
  const served: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(describeMessage(message));
  });
  context.on('weberror', (error) => errors.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    (origins.includes(url.origin) ? served : foreign).push(url.href);
  });
  return { errors, foreign, served };
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, page, baseURL }, use) => {
      const own = new URL(baseURL ?? 'http://localhost');
      const watched = watchContext(context, [own.origin, `http://lan.test:${own.port}`]);
      const expectedErrors: RegExp[] = [];
      const expectedAttempts: RegExp[] = [];
      await use({
        expectError: (pattern) => expectedErrors.push(pattern),
        expectAttempt: (pattern) => expectedAttempts.push(pattern),
      });
      // A request that a story answers itself may still be under way; its failing later would end another story.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      const unexpected = (found: readonly string[], allowed: readonly RegExp[]): string[] =>
        found.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      expect(unexpected(watched.errors, expectedErrors), 'errors on the page').toEqual([]);
      expect(unexpected(watched.foreign, expectedAttempts), 'requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The page as a class sees it in a local network: plain http, no secure context. */
export const lanAddress = (baseURL: string | undefined): string =>
  `http://lan.test:${new URL(baseURL ?? 'http://localhost').port}/`;
