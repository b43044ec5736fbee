import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { Playground, type DroppedFile } from '../pages/playground';

const describeFiles = (scenario: string): readonly DroppedFile[] => {
  const folder = join(import.meta.dirname, '../../engine/scenarios', scenario, 'describe');
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
};

test('dropped describe files stand on the canvas, laid out, and can be asked at once', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  await playground.openShop();
  await playground.drop(describeFiles('aws-public-private'));

  await test.step('a report says what was taken over and what is not held', async () => {
    await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('What was taken over');
    await expect(dialog).toContainText('Taken over: 1 VPC');
    await expect(dialog).toContainText('1 thing is missing or not held');
    await expect(dialog).toContainText('Virtual private gateway');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('public subnets stand above private ones, in the lane of their zone', async () => {
    await expect(playground.thing('front')).toBeVisible();
    const tops = async (tone: string) =>
      Promise.all(
        (await playground.canvas.getByRole('group', { name: new RegExp(`^${tone} subnet`) }).all()).map(
          async (subnet) => (await subnet.boundingBox())?.y ?? 0,
        ),
      );
    expect(Math.max(...(await tops('public')))).toBeLessThan(Math.min(...(await tops('private'))));
  });

  await test.step('a trace works at once', async () => {
    await playground.ask('internet', 'front', 443);
    await playground.expectVerdict('reachable');
    await playground.ask('internet:203.0.113.99', 'front', 22);
    await playground.expectVerdict('unreachable');
    await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toBeVisible();
  });

  await test.step('the shop is still there', async () => {
    expect(await playground.documents()).toHaveLength(1);
    await playground.choose('Document menu', 'Documents…');
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await playground.closeDialog();
  });
});

test('pasted JSON opens as well', async ({ page }) => {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.paste(describeFiles('aws-gotchas')[0]?.text ?? '');
  await expect(playground.dialog).toContainText('The size of this volume is not in the input');
  await playground.closeDialog();
  await expect(playground.thing('gotchas')).toBeVisible();
});

test('AWS output of wrong types: the report names what was left out, and the shop stays under Documents', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Our shop');
  await playground.drop([
    { name: 'vpcs.json', text: '{"Vpcs":[{"VpcId":7,"CidrBlock":{"a":1}}],"Subnets":"none"}' },
  ]);
  await expect(playground.dialog).toContainText('An element of Vpcs has no usable VpcId and was left out.');
  await playground.closeDialog();
  expect(await playground.documents()).toContain('Our shop');
});

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const HOSTILE: readonly (readonly [string, DroppedFile, RegExp])[] = [
  ['not JSON', { name: 'notes.json', text: 'Dear diary, {' }, /notes\.json/],
  ['a hundred thousand levels', { name: 'deep.json', text: deep(100_000) }, /deep\.json.*(deep|level|nest)/i],
  [
    'levels inside a scenario',
    { name: 'deep.json', text: `{"format":"ec2-playground","version":1,"title":"x","notes":${deep(5_000)}}` },
    /(deep|level|nest|notes)/i,
  ],
  [
    'keys that are no keys',
    {
      name: 'proto.json',
      text: '{"format":"ec2-playground","version":1,"__proto__":{"polluted":1},"resources":{"__proto__":{"polluted":1}}}',
    },
    /proto\.json|resources|__proto__/,
  ],
  [
    'wrong types',
    { name: 'types.json', text: '{"format":"ec2-playground","version":1,"title":7,"resources":"none"}' },
    /(title|resources)/,
  ],
  ['nothing of AWS', { name: 'package.json', text: '{"name":"x","dependencies":{}}' }, /package\.json/],
  [
    'cyclic parents',
    {
      name: 'cycle.json',
      text: JSON.stringify({
        format: 'ec2-playground',
        version: 1,
        resources: [
          { id: 'vpc-1', kind: 'vpc', region: 'subnet-1', cidrBlock: '10.0.0.0/16' },
          {
            id: 'subnet-1',
            kind: 'subnet',
            vpcId: 'subnet-1',
            availabilityZone: 'vpc-1',
            cidrBlock: '10.0.0.0/24',
          },
        ],
      }),
    },
    /(vpc-1|subnet-1)/,
  ],
];

test('hostile files: one clear message each, and the document stays', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  await playground.openShop();
  await playground.rename('Untouched');
  const before = await playground.sentences();
  for (const [what, file, message] of HOSTILE)
    await test.step(what, async () => {
      await playground.drop([file]);
      await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('This could not be opened');
      await expect(dialog).toContainText(message);
      await expect(dialog).toContainText('The document you have open was not touched.');
      await expect(dialog).not.toContainText(/undefined|\[object|stack|at .*\.js:/i);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await expect(dialog).toHaveCount(0);
      expect(await playground.sentences()).toEqual(before);
    });
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await playground.expectTitle('Untouched');
});
