/** The page as a user handles it: names of things, never of code. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Playground {
  readonly canvas: Locator;
  readonly timeline: Locator;
  readonly inspector: Locator;
  readonly dock: Locator;
  /** The card that tells the first minute. */
  readonly story: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.locator('.react-flow');
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.inspector = page.locator('.frame-inspector');
    this.dock = page.locator('.frame-dock');
    this.story = page.getByRole('region', { name: 'A first minute' });
  }

  /** Opens the page as somebody who comes for the first time: with the corner shop. */
  async openFirstTime(address = '/'): Promise<void> {
    await this.page.goto(address);
    await expect(this.story).toContainText('Customers can’t reach the shop');
  }

  /** Opens a new, empty document. */
  async openEmpty(address = '/'): Promise<void> {
    await this.openFirstTime(address);
    await this.story.getByRole('button', { name: 'Close' }).click();
    await this.page.getByRole('button', { name: 'Document menu' }).click();
    await this.page.getByRole('menuitem', { name: 'New' }).click();
    await expect(this.thing('us-east-1')).toBeVisible();
    await expect(this.page.getByText('shop-vpc')).toHaveCount(0);
  }

  /** A thing on the canvas by the sentence it speaks, which begins with its name. */
  thing(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${escape(name)}\\b`) }).first();
  }

  async openDockTab(name: 'Events' | 'Paths' | 'Data' | 'Problems'): Promise<void> {
    await this.dock.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async ask(from: string, to: string, port: number): Promise<void> {
    await this.openDockTab('Paths');
    const fill = async (label: string, text: string) => {
      const field = this.dock.getByLabel(label, { exact: true });
      await field.fill(text);
      await field.press('Enter');
    };
    await fill('from', from);
    await fill('to', to);
    await this.dock.getByLabel('port', { exact: true }).fill(String(port));
  }

  async expectVerdict(verdict: 'reachable' | 'partial' | 'unreachable' | 'unknown'): Promise<void> {
    await expect(this.dock.locator(`[data-verdict="${verdict}"]`)).toBeVisible();
  }

  /** A row of the Data tab: where, kind, holds … */
  dataRow(where: string, kind: string): Locator {
    return this.dock.getByRole('row').filter({ hasText: where }).filter({ hasText: kind });
  }
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
