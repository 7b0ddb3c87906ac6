import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The MSBuild step names the folder; by hand it lands beside the other build outputs.
const outDir = process.env['DESK_OUT_DIR'] ?? '../../../artifacts/desk';

export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  // For work on the client alone: the host answers for the API.
  server: { proxy: { '/api': 'http://localhost:3978' } },
});
