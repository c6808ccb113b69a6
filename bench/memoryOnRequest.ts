/** Loaded into a gateway that is measured: collects its garbage on a message, and reports what is left. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
