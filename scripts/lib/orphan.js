const CHECK_EVERY_MS = 250;

/**
 * Ends this process, as SIGTERM would, when the one that started it is gone. `npm start` puts a shell between
 * npm and us; told to stop, npm stops the shell, and most shells don't pass that on: we would serve on, unseen.
 */
export function endWithParent() {
  const parent = process.ppid;
  let told = false;
  // A signal may come to all of us at once; the gateway must not be told twice while it ends in good order.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => (told = true));
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (!told) process.kill(process.pid, 'SIGTERM');
  }, CHECK_EVERY_MS);
  timer.unref();
  /** Whether a signal came, which nobody may have been ready for yet. */
  return () => told;
}
