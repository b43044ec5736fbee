/** Fingers on a tablet: as the browser gets them from the screen, not as a mouse. */
import type { CDPSession, Locator, Page } from '@playwright/test';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const STEPS = 8;

export class Fingers {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(page, await page.context().newCDPSession(page));
  }

  async tap(what: Locator, spot?: Spot): Promise<void> {
    const at = await this.spotIn(what, spot);
    await this.touch('touchStart', [at]);
    await this.touch('touchEnd', []);
  }

  /** One finger from a spot to another one, both on the screen. */
  async drag(from: Spot, to: Spot): Promise<void> {
    await this.move([from], [to]);
  }

  async dragTo(what: Locator, onto: Locator, spot?: Spot): Promise<void> {
    await this.drag(await this.spotIn(what), await this.spotIn(onto, spot));
  }

  /** Two fingers, side by side around a spot, from one distance to another. */
  async pinch(around: Spot, from: number, to: number): Promise<void> {
    const pair = (distance: number): readonly Spot[] => [
      { x: around.x - distance / 2, y: around.y },
      { x: around.x + distance / 2, y: around.y },
    ];
    await this.move(pair(from), pair(to));
  }

  /** Puts a finger down and leaves it there. */
  async rest(what: Locator, spot?: Spot): Promise<void> {
    await this.touch('touchStart', [await this.spotIn(what, spot)]);
  }

  async lift(): Promise<void> {
    await this.touch('touchEnd', []);
  }

  /** On the screen. @param spot within the element; its middle if left out */
  async spotIn(what: Locator, spot?: Spot): Promise<Spot> {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (!box) throw new Error('It is not on the screen.');
    return { x: box.x + (spot?.x ?? box.width / 2), y: box.y + (spot?.y ?? box.height / 2) };
  }

  private async move(from: readonly Spot[], to: readonly Spot[]): Promise<void> {
    // One finger after the other, as hands do.
    for (let count = 1; count <= from.length; count += 1)
      await this.touch('touchStart', from.slice(0, count));
    for (let step = 1; step <= STEPS; step += 1) {
      const share = step / STEPS;
      await this.touch(
        'touchMove',
        from.map((spot, index) => ({
          x: spot.x + ((to[index]?.x ?? spot.x) - spot.x) * share,
          y: spot.y + ((to[index]?.y ?? spot.y) - spot.y) * share,
        })),
      );
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    await this.touch('touchEnd', []);
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]): Promise<void> {
    const touchPoints = spots.map(({ x, y }, id) => ({ x, y, id }));
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
