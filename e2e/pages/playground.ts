/** The page as a user handles it: names of things, never of code. */
import { expect, type Locator, type Page } from '@playwright/test';

type Verdict = 'reachable' | 'partial' | 'unreachable' | 'unknown';
export type DockTab = 'Events' | 'Paths' | 'Exposure' | 'Data' | 'Problems';

/** A file to be dropped on the window. */
export interface DroppedFile {
  readonly name: string;
  readonly text: string;
}

/** A spot on the screen, CSS pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

export class Playground {
  readonly canvas: Locator;
  readonly palette: Locator;
  readonly outline: Locator;
  readonly timeline: Locator;
  readonly inspector: Locator;
  readonly dock: Locator;
  readonly dialog: Locator;
  /** The card that tells the first minute. */
  readonly story: Locator;
  /** What is said after each action, to ears and eyes. */
  readonly said: Locator;
  /** Why something in hand could not be put down, with what would work. */
  readonly refusal: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.locator('.react-flow');
    this.palette = page.getByRole('tabpanel', { name: 'Palette' });
    this.outline = page.getByRole('tree', { name: 'Outline of the document' });
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.dock = page.getByRole('contentinfo');
    this.dialog = page.getByRole('dialog');
    this.story = page.getByRole('region', { name: 'A first minute' });
    this.said = page.getByRole('status').first();
    this.refusal = page.getByRole('alertdialog', { name: 'That does not go there' });
  }

  /** Opens the page as somebody who comes for the first time: with the corner shop. */
  async openFirstTime(address = '/'): Promise<void> {
    await this.page.goto(address);
    await expect(this.story).toContainText('Customers can’t reach the shop');
  }

  /** The corner shop without its guide. */
  async openShop(address = '/'): Promise<void> {
    await this.openFirstTime(address);
    await this.story.getByRole('button', { name: 'Close' }).click();
    await expect(this.thing('web-1')).toBeVisible();
  }

  /** Opens a new, empty document. */
  async openEmpty(address = '/'): Promise<void> {
    await this.openShop(address);
    await this.choose('Document menu', 'New');
    await expect(this.canvas.getByText('Drag a VPC or an instance here')).toBeVisible();
  }

  /** A document that was stored here is on the canvas again. */
  async openAgain(title: string, address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.expectTitle(title);
  }

  async expectTitle(title: string): Promise<void> {
    await expect(this.page.getByTitle('Rename the document', { exact: true })).toHaveText(title);
  }

  async rename(title: string, shown = title): Promise<void> {
    await this.page.getByTitle('Rename the document', { exact: true }).click();
    await this.page.getByLabel('Title of the document').fill(title);
    await this.page.keyboard.press('Enter');
    await this.expectTitle(shown);
  }

  /** Waits until the browser has kept the document. */
  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(/^saved /)).toBeVisible();
  }

  async choose(menu: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).click();
  }

  /** A thing on the canvas, found in the first clause of the sentence it speaks: `public subnet web, 10.0.0.0/24, …`. */
  thing(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^([^,]*\\s)?${escape(name)}(,|$)`) }).first();
  }

  /** A network interface docked on its instance. */
  port(name: string): Locator {
    return this.canvas.getByRole('button', { name: new RegExp(`^${escape(name)},`) });
  }

  /** Clicks a thing where it is a handle: its title. */
  async select(name: string): Promise<void> {
    const thing = this.thing(name);
    await thing.click({ position: { x: 40, y: 16 } });
    await expect(this.inspector.getByRole('heading', { level: 2 })).toContainText(name);
  }

  paletteEntry(label: string): Locator {
    return this.palette.getByRole('button', { name: label, exact: true });
  }

  /** Presses on a spot of an element, as a hand would, and leaves the button down. */
  async grab(what: Locator, spot?: Spot): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    const from = await this.spotIn(what, spot);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
  }

  /** Carries what is in hand to a spot, in steps as a hand does. */
  async carryTo(what: Locator, spot?: Spot): Promise<void> {
    const to = await this.spotIn(what, spot);
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Drags from the palette onto something; without a spot onto its middle. */
  async add(label: string, onto: Locator, spot?: Spot): Promise<void> {
    await this.grab(this.paletteEntry(label));
    await this.carryTo(onto, spot);
    await this.letGo();
  }

  /** Gives what was just made a name: the inspector shows it once it stands. */
  async nameIt(made: string, name: string): Promise<void> {
    await expect(this.inspector.getByRole('heading', { level: 2 })).toHaveText(made);
    await this.inspector.getByTitle('The Name tag').click();
    await this.inspector.getByLabel(/^Name of /).fill(name);
    await this.page.keyboard.press('Enter');
    await expect(this.inspector.getByRole('heading', { level: 2 })).toContainText(name);
  }

  /** A property in the inspector by its label. */
  property(label: string): Locator {
    return this.inspector.getByRole('group', { name: label, exact: true });
  }

  async openDockTab(name: DockTab): Promise<void> {
    await this.dock.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async openOutline(): Promise<void> {
    const strip = this.page.getByRole('button', { name: 'Open the outline' });
    await strip.or(this.page.getByRole('tab', { name: 'Outline' })).click();
    await expect(this.outline).toBeVisible();
  }

  /** In a small window the inspector opens when asked to. */
  async openInspector(): Promise<void> {
    if (!(await this.inspector.isVisible())) await this.page.keyboard.press('Alt+Shift+I');
    await expect(this.inspector).toBeVisible();
  }

  /** Asks for a path by typing both ends. */
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

  async expectVerdict(verdict: Verdict): Promise<void> {
    await expect(this.dock.locator(`[data-verdict="${verdict}"]`)).toBeVisible();
  }

  /** What is said about the path beside its hops. */
  get aboutPath(): Locator {
    return this.dock.getByRole('complementary', { name: 'About this path' });
  }

  /** Opens a part of it: Repair, Stop this, All that works, Keep it so. */
  async openPart(name: string): Promise<void> {
    const part = this.aboutPath.getByRole('button', { name, exact: true });
    await part.click();
    await expect(part).toHaveAttribute('aria-pressed', 'true');
  }

  /** What stops the packet asked about, by its code. */
  blocker(code: string): Locator {
    return this.dock
      .getByRole('list', { name: 'What stops it' })
      .getByRole('listitem')
      .filter({ hasText: code });
  }

  /** Takes each fix that is offered until the packet arrives. */
  async fixUntilReachable(take = (fix: Locator): Promise<void> => fix.click()): Promise<void> {
    const blockers = this.dock.getByRole('list', { name: 'What stops it' });
    const arrived = this.dock.locator('[data-verdict="reachable"]');
    for (let fixes = 0; fixes < 5 && !(await arrived.isVisible()); fixes += 1) {
      const before = await blockers.allInnerTexts();
      await take(this.dock.getByRole('button', { name: 'Fix it' }).first());
      await expect(async () => {
        // Not the text of one: once the packet arrives there is none to wait for.
        expect(await blockers.allInnerTexts()).not.toEqual(before);
      }).toPass();
    }
    await expect(arrived).toBeVisible();
  }

  /** The hops of the path, in order. */
  get hops(): Locator {
    return this.dock.getByRole('list', { name: 'Paths' }).getByRole('listitem');
  }

  /** A row of the Data tab: where, kind, holds … */
  dataRow(where: string, kind: string): Locator {
    return this.dock.getByRole('row').filter({ hasText: where }).filter({ hasText: kind });
  }

  /** A line of the event log. */
  event(subject: string, message: string | RegExp): Locator {
    return this.dock
      .getByRole('list', { name: 'Events' })
      .getByRole('listitem')
      .filter({ hasText: subject })
      .filter({ hasText: message })
      .first();
  }

  async play(): Promise<void> {
    await this.timeline.getByRole('button', { name: 'Play', exact: true }).click();
  }

  async pause(): Promise<void> {
    await this.timeline.getByRole('button', { name: 'Pause', exact: true }).click();
  }

  async setSpeed(label: string): Promise<void> {
    await this.timeline.getByLabel('Speed').selectOption(label);
  }

  /** Moves the clock to a time of the run, as dragging on the track does. */
  async scrubTo(seconds: number): Promise<void> {
    await this.timeline.getByLabel('Simulated time').fill(String(seconds * 1000));
  }

  /** Drops files on the window, as from the desktop. */
  async drop(files: readonly DroppedFile[]): Promise<void> {
    const carried = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped)
        transfer.items.add(new File([text], name, { type: 'application/json' }));
      return transfer;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.page.locator('body').dispatchEvent(type, { dataTransfer: carried });
  }

  /** Pastes text, as the keyboard does outside a field. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** The share link as the dialog shows it; the dialog is closed again. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click();
    const field = this.dialog.getByLabel('Link', { exact: true });
    await expect(field).toHaveValue(/#\d+\./);
    const link = await field.inputValue();
    await this.closeDialog();
    return link;
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
  }

  /** The titles under Documents; the dialog is closed again. */
  async documents(): Promise<readonly string[]> {
    await this.choose('Document menu', 'Documents…');
    const items = this.dialog.getByRole('listitem');
    await expect(items.first()).toBeVisible();
    // Not the inner text: a row that a tab in the background does not paint has none.
    const titles = await items.locator('span.font-medium').allTextContents();
    await this.closeDialog();
    return titles;
  }

  /** What stands on the canvas, as the sentences it speaks; what is selected is the user's affair. */
  async sentences(): Promise<readonly string[]> {
    return this.canvas
      .getByRole('group')
      .evaluateAll((things) =>
        things.map((thing) => (thing.getAttribute('aria-label') ?? '').replace(/, selected$/, '')).sort(),
      );
  }

  /** The lines of the event log at the moment shown. */
  async events(): Promise<readonly string[]> {
    await this.openDockTab('Events');
    const lines = this.dock.getByRole('list', { name: 'Events' }).locator('> li');
    await expect(lines.first()).toBeVisible();
    return lines.allInnerTexts();
  }

  /** A fact of the thing shown in the inspector, at the moment shown: its value and the note beside it. */
  fact(label: string): Locator {
    return this.inspector
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${escape(label)}$`) })
      .locator('+ dd');
  }

  /** Brings everything into view. */
  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: /^Show everything/ }).click();
  }

  /** Where a thing is on the screen once the canvas stands still. */
  async boxOf(name: string): Promise<{ readonly width: number; readonly height: number } & Spot> {
    const thing = this.thing(name);
    // The canvas may still be gliding.
    await (await thing.elementHandle())?.waitForElementState('stable');
    const box = await thing.boundingBox();
    if (!box) throw new Error(`${name} is not on the screen.`);
    return box;
  }

  private async spotIn(what: Locator, spot?: Spot): Promise<Spot> {
    const element = await what.elementHandle();
    // The canvas may still be gliding.
    await element?.waitForElementState('stable');
    const box = await what.boundingBox();
    if (!box) throw new Error('It is not on the screen.');
    return spot
      ? { x: box.x + spot.x, y: box.y + spot.y }
      : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
