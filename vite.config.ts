import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserConfig } from 'vite';

/** `vite build` makes the app; `--mode embed` the custom element; `--mode cli` the command and its worker. */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'cli') {
    return {
      publicDir: false,
      build: {
        ssr: true,
        outDir: 'build',
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: {
          input: { cli: 'src/cli.ts', 'parse-worker': 'src/indexer/parse-worker.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    };
  }
  if (mode === 'embed') {
    return {
      publicDir: false,
      build: {
        outDir: 'build/app',
        emptyOutDir: false,
        target: 'es2022',
        rollupOptions: { input: 'src/embed.ts', output: { entryFileNames: 'embed.js' } },
      },
    };
  }
  return {
    // Relative addresses: a site works under any path of any host.
    base: './',
    plugins: [svelte()],
    build: {
      outDir: 'build/app',
      target: 'es2022',
      // The indexer reads it to link the same styles and script from each note's page.
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      rollupOptions: { input: ['index.html', 'src/client/reader/math.css'] },
    },
    test: { include: ['src/**/*.test.ts'] },
  } as UserConfig;
});
