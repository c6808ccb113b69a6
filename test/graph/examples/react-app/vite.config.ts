import { defineConfig } from 'vite';

// While it is written, the page reaches the gateway through its own server: of one origin, as behind a proxy.
const gateway = process.env['EXAMPLE_GATEWAY_ORIGIN'] ?? 'http://127.0.0.1:4000';

export default defineConfig({ server: { proxy: { '/graphql': gateway } } });
