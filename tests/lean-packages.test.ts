import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { cut, CUTS } from '../scripts/lib/lean-packages.mjs';

const textOf = (module: string): string => readFileSync(`node_modules/${module}`, 'utf8');

interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}
interface Steps {
  duration: (ms: number) => Steps;
  on: (event: 'end', done: () => void) => Steps;
  call: (...call: readonly unknown[]) => Steps;
}
interface Selection {
  call: (...call: readonly unknown[]) => Selection;
  transition: () => Steps;
}
interface Zoom {
  on: (event: string, heard: (event: { readonly transform: View }) => void) => Zoom;
  readonly transform: unknown;
}
interface D3 {
  zoom: () => Zoom;
  zoomIdentity: View & {
    translate: (x: number, y: number) => D3['zoomIdentity'];
    scale: (k: number) => View;
  };
  select: (element: object) => Selection;
}

/** The packages for zooming as they go into the page. */
async function d3AsBuilt(): Promise<D3> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from 'd3-zoom'; export { select } from 'd3-selection'; import 'd3-transition';",
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'cut',
        setup: ({ onLoad }) =>
          onLoad({ filter: /node_modules.d3-[a-z]+.dist.*\.mjs$/ }, ({ path }) => ({
            contents: cut(path.replace(/^.*node_modules./, ''), readFileSync(path, 'utf8')),
          })),
      },
    ],
  });
  const [file] = outputFiles;
  return (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(file?.text ?? '')}`
  )) as D3;
}

/** What d3 asks of an element. */
interface Stage {
  readonly __zoom?: View;
  readonly [asked: string]: unknown;
}
const element = (): Stage => ({
  addEventListener: () => undefined,
  style: { setProperty: () => undefined },
  clientWidth: 800,
  clientHeight: 600,
});

describe('what is left out of packages', () => {
  it.each(Object.keys(CUTS))('finds every passage in %s as it is installed', (module) => {
    expect(cut(module, textOf(module))).not.toBe(textOf(module));
  });

  it('stops at a version that reads differently', () => {
    expect(() => cut('@xyflow/system/dist/esm/index.js', 'export const drag = 1;')).toThrow(
      /has no passage .*errorMessages/,
    );
  });

  it('leaves a text alone that it has no passages for', () => {
    expect(cut('react/index.js', 'module.exports = 1;')).toBe('module.exports = 1;');
  });

  it('keeps a zoom that moves a view at once and over time', async () => {
    Object.assign(globalThis, { SVGElement: class {}, navigator: { maxTouchPoints: 1 } });
    const { zoom, zoomIdentity, select } = await d3AsBuilt();
    const seen: View[] = [];
    const zooming = zoom().on('zoom', ({ transform }) => seen.push(transform));
    const stage = element();
    const selection = select(stage).call(zooming);
    selection.call(zooming.transform, zoomIdentity.translate(10, 20).scale(2));
    expect(stage.__zoom).toMatchObject({ k: 2, x: 10, y: 20 });
    await new Promise<void>((done) =>
      selection
        .transition()
        .duration(50)
        .on('end', done)
        .call(zooming.transform, zoomIdentity.translate(30, 40).scale(4)),
    );
    expect(stage.__zoom).toMatchObject({ k: 4, x: 30, y: 40 });
    expect(seen.length).toBeGreaterThan(1);
  });
});
