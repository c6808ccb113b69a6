import { defineConfig } from 'vite';

// The page and the gateway have one origin, as behind a proxy: Vite passes /graphql on to the gateway.
const gateway = process.env['EXAMPLE_GATEWAY_ORIGIN'] ?? 'http://127.0.0.1:4000';

export default defineConfig({ server: { proxy: { '/graphql': gateway } } });
