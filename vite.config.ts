import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from './scripts/lib/content-security-policy.mjs';
import { leanPackages } from './scripts/lib/lean-packages.mjs';

/** The policy as a meta tag, so that it holds on any web host. Not in development: hot reloading needs inline scripts. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

/** What the first paint and the first drag need: all that the entry imports, and the palette. */
const FIRST =
  /\/app\/(App|commands\/early-keys|engine-client\/engine-client|state\/[a-z-]+|palette\/PaletteList)\.tsx?$|\/app\/app\.css$|\/node_modules\/react-dom\/|preload-helper/;

/**
 * What every visit asks for right after the first paint, with what it imports: the frame, the keys, opening and keeping
 * documents. Split by who asks for it, it would be a hundred requests.
 */
const SOON =
  /\/app\/(frame\/(TopBar|Dock|DropCurtain|Notices|SaveStatus)|inspector\/InspectorPanel|first-minute\/(FirstMinute|open-demo)|files\/(start|drop-and-paste|save-file)|clipboard\/clipboard|commands\/keyboard|canvas\/(keys|Between|Zoom|keyboard\/ConnectHint)|narrate\/narrator|ui\/LateKindIcon|strings\/en\/done)\.tsx?$/;

/** Fetched beside what comes first, behind it in the queue, instead of after it. */
const preloadSoon = (): Plugin => ({
  name: 'preload-soon',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.name === 'soon')
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `./${fileName}` },
          injectTo: 'head',
        })),
  },
});

export default defineConfig({
  // Relative: the built folder works from any path of any web host.
  base: './',
  plugins: [leanPackages(), react(), tailwindcss(), contentSecurityPolicy(), preloadSoon()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The measurements read it to follow the entry's imports.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'page', test: FIRST, priority: 1 },
            { name: 'soon', test: SOON },
          ],
        },
      },
    },
  },
});
